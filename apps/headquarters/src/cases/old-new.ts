import { Problem, type Version } from '#contracts';
import { oldNewTable, type OldNewRow } from '#domain';
import type { Look } from './sheet.js';

export interface Comparison {
  from: Version;
  to: Version;
  rows: OldNewRow[];
}

/** The older of two versions when none is named: the one that the last full round asked about, else the first that is open. */
const usualOld = ({ file, texts }: Look, to: number): number => {
  const full = file.dossier.rounds.filter(({ kind, version }) => kind !== 'INFORMAL' && version.no < to);
  const asked = full.map(({ version }) => version.no);
  const all = [...file.versions.keys()].filter((no) => no <= to);
  return [...asked, ...all].find((no) => texts.open(no)) ?? to;
};

const versionOf = ({ file, texts }: Look, no: number): Version => {
  const version = file.versions.get(no);
  if (version && texts.open(no)) return version;
  throw new Problem('not-found', `There is no version ${no}, or it is not open to you.`);
};

/** How two versions differ, clause by clause, both of which must be open to the reader. Throws not-found. */
export const compared = (
  look: Look,
  wanted: { from?: number | undefined; to?: number | undefined },
): Comparison => {
  const to = versionOf(look, wanted.to ?? look.file.dossier.current.no);
  const from = versionOf(look, wanted.from ?? usualOld(look, to.no));
  return { from, to, rows: oldNewTable(from.body, to.body) };
};
