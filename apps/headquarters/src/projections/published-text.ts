import { feedData, type DossierBody, type LedgerEvent } from '#contracts';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

type Members = Record<string, unknown>;
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** Paths of members that `whole` has and `part` has not. */
const missingFrom = (part: unknown, whole: unknown, path: string[] = []): string[] => {
  if (!isObject(whole)) return [];
  if (!isObject(part)) return [path.join('.')];
  return Object.entries(whole).flatMap(([key, value]) =>
    value === undefined
      ? []
      : key in part
        ? missingFrom(part[key], value, [...path, key])
        : [[...path, key].join('.')],
  );
};

/** The text of a version as it is shown to everybody: without the members that the contracts mark as naming a person. */
export const publishedText = ({ type, data }: LedgerEvent<'DossierDrafted' | 'DossierRevised'>) => {
  const { version } = data;
  const { body } = feedData(type, data)['version'] as { body: DossierBody };
  const sha256 = createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('hex');
  return { body, sha256, whole: sha256 === version.sha256, withheld: missingFrom(body, version.body) };
};
