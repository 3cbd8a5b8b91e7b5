import { Problem, inForce, type Clause, type DossierBody } from '#contracts';
import { localDate } from '../clock/index.js';
import type { Setting } from '../setting.js';

interface Fault {
  path: string;
  message: string;
}

export const invalid = (faults: Fault[]): Problem =>
  new Problem('invalid-content', faults.map(({ path, message }) => `${path}: ${message}`).join('; '), {
    faults,
  });

const organFaults = (
  named: readonly [string, string][],
  at: string,
  { cabinet, calendar }: Setting,
): Fault[] => {
  const today = localDate(at, calendar.timeZone);
  return named.flatMap(([path, slug]) => {
    const organ = cabinet.organs.find((candidate) => candidate.slug === slug);
    if (!organ) return [{ path, message: `the cabinet has no organ ${slug}` }];
    return inForce(organ, today) ? [] : [{ path, message: `${slug} is not in force on ${today}` }];
  });
};

/** Every organ named must exist on the day of the command. */
export const requireOrgans = (named: readonly [string, string][], at: string, setting: Setting): void => {
  const faults = organFaults(named, at, setting);
  if (faults.length > 0) throw invalid(faults);
};

export const clauseIds = (clauses: readonly Clause[]): string[] =>
  clauses.flatMap(({ id, children }) => [id, ...clauseIds(children)]);

const clauseFaults = (clauses: readonly Clause[]): Fault[] => {
  const ids = clauseIds(clauses);
  const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
  return twice.map((id) => ({ path: 'clauses', message: `clause id ${id} is used twice` }));
};

/** Earliest year a date of a dossier may lie in; the latest is the last one of the cabinet's calendar. */
const firstYear = 1947;

const dateFaults = (value: unknown, path: string, lastYear: number): Fault[] => {
  if (typeof value === 'string') {
    const year = /^\d{4}-\d\d-\d\d$/.test(value) ? Number(value.slice(0, 4)) : firstYear;
    return year < firstYear || year > lastYear
      ? [{ path, message: `${value} is outside the calendar (${firstYear} to ${lastYear})` }]
      : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => dateFaults(inner, `${path}.${key}`, lastYear));
};

/** 口頭案件 says that a matter exists: what it is about stays on paper. */
const oralFaults = ({ type, head, clauses }: DossierBody): Fault[] => {
  if (type !== 'oral-item') return [];
  const message = 'an oral item has no text; its reference is enough';
  return [
    ...(clauses.length > 0 ? [{ path: 'clauses', message }] : []),
    ...(head.summary === undefined ? [] : [{ path: 'head.summary', message }]),
  ];
};

/** What a schema cannot see: organs, dates and clause ids must fit the cabinet, the calendar and each other. */
export const requireSound = (body: DossierBody, at: string, setting: Setting): void => {
  const { head, content, clauses } = body;
  const organs: [string, string][] = [
    ['head.lead', head.lead],
    ...head.coLeads.map((slug, i): [string, string] => [`head.coLeads.${i}`, slug]),
  ];
  const faults = [
    ...organFaults(organs, at, setting),
    ...(head.coLeads.includes(head.lead)
      ? [{ path: 'head.coLeads', message: `${head.lead} is the lead already` }]
      : []),
    ...clauseFaults(clauses),
    ...oralFaults(body),
    ...dateFaults(content, 'content', setting.calendar.lastYear),
  ];
  if (faults.length > 0) throw invalid(faults);
};
