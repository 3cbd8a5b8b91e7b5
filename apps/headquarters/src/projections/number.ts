import { dossierTypes, type Cabinet } from '#contracts';
import type { EntityManager } from 'typeorm';

const FIRST_YEAR_OF_REIWA = 2019;

/** The calendar year of an instant in a time zone. */
const yearIn = (timeZone: string, instant: string): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(new Date(instant)));

/**
 * Everything of a human number but the serial: AI-R8-METI-GL in Japan (2026 is Reiwa 8, 令和8年), AI-2026-DOJ-IN elsewhere. The year is
 * the calendar year of the first filing in the cabinet's time zone.
 */
const numberSeries = (cabinet: Cabinet, type: string, lead: string, filedAt: string): string => {
  const year = yearIn(cabinet.calendar.timeZone, filedAt);
  const era = cabinet.calendar.country === 'JP' && year >= FIRST_YEAR_OF_REIWA;
  const code = dossierTypes.find((candidate) => candidate.type === type)?.code ?? 'XX';
  return `AI-${era ? `R${year - FIRST_YEAR_OF_REIWA + 1}` : year}-${lead}-${code}`;
};

const withSerial = (series: string, serial: number): string => `${series}-${String(serial).padStart(4, '0')}`;

/**
 * The number of a dossier that is filed for the first time. Serials count in the order of the ledger, so that a rebuild gives every
 * dossier its old number. The model has a table serials.
 */
export const nextNumber = async (
  tx: EntityManager,
  cabinet: Cabinet,
  { type, lead, filedAt }: { type: string; lead: string; filedAt: string },
): Promise<string> => {
  const series = numberSeries(cabinet, type, lead, filedAt);
  const [next] = await tx.query<{ last: number }[]>(
    `WITH next AS (INSERT INTO serials AS s VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last)
     SELECT last FROM next`,
    [series],
  );
  return withSerial(series, next!.last);
};
