import { Problem, type DossierBody, type Principal } from '#contracts';
import type { Rows } from '../read-models/readers.js';
import { ROW_COLUMNS, shown } from './register.js';

const notFound = () => new Problem('not-found', 'There is no such dossier, or it is not open to you.');

interface Text {
  no: number;
  sha256: string;
  at: string;
  body: DossierBody;
}

const isMachine = ({ assignments }: Principal): boolean =>
  assignments.every(({ role }) => role === 'DOWNSTREAM');

/** Names, extensions and addresses of officials do not leave for machines downstream. */
const textFor = (principal: Principal, { head, content, clauses }: DossierBody) => {
  const { bureau, division } = head.contact;
  const contact = isMachine(principal)
    ? { bureau, ...(division !== undefined && { division }) }
    : head.contact;
  return { head: { ...head, contact }, content, clauses };
};

const ISO = `to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`;

/** A dossier whole. Throws not-found for one that the reader may not see, as for one that does not exist. */
export async function wholeDossier(rows: Rows, principal: Principal, dossierId: string, now: Date) {
  const [row] = await rows<Parameters<typeof shown>[0]>(
    `SELECT ${ROW_COLUMNS} FROM register d WHERE d.dossier_id = $2`,
    [now, dossierId],
  );
  if (!row) throw notFound();
  const versions = await rows<Omit<Text, 'body'>>(
    `SELECT no, sha256, ${ISO} FROM versions WHERE dossier_id = $1 ORDER BY no`,
    [dossierId],
  );
  const { body } = await readText(rows, dossierId, row.doc.currentVersionNo);
  return { ...shown(row), ...textFor(principal, body), versions };
}

/** One version's text. Throws not-found. */
export async function oneVersion(rows: Rows, principal: Principal, dossierId: string, no: number) {
  const { body, ...head } = await readText(rows, dossierId, no);
  return { dossierId, type: body.type, ...head, ...textFor(principal, body) };
}

async function readText(rows: Rows, dossierId: string, no: number): Promise<Text> {
  const [text] = await rows<Text>(
    `SELECT no, sha256, ${ISO}, body FROM versions JOIN texts USING (dossier_id, no) WHERE dossier_id = $1 AND no = $2`,
    [dossierId, no],
  );
  if (!text) throw notFound();
  return text;
}
