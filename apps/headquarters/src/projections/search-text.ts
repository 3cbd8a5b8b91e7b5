import type { Clause, DossierBody, Wording } from '#contracts';

/** Full-width and half-width forms, and upper and lower case, are the same to a search. */
export const normalised = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const clauseText = ({ heading, text, children }: Clause): string =>
  [heading ?? '', text, ...children.map(clauseText)].join('\n');

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
};

export const titlesOf = ({ ja, en }: Wording): string => normalised(`${ja ?? ''} ${en ?? ''}`);

/** All that can be found of a dossier: its titles, summary, content and clauses, in either language. */
export const searchTextOf = (body: DossierBody): string => {
  const { title, summary, externalId } = body.head;
  const head = [title.ja, title.en, summary, externalId].filter((text) => text !== undefined);
  return normalised([...head, ...stringsIn(body.content), ...body.clauses.map(clauseText)].join('\n'));
};

/** LIKE patterns, one per word of a query: every one must occur. At most 8 words count. */
export const patternsOf = (query: string): string[] =>
  normalised(query)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
