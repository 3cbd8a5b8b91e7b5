import { occurredAt, type ConsultationSheet, type Statement } from '#contracts';
import { leads, pinnedProcedure, reservationsOf, runningRound } from '#domain';
import type { Admission } from './admission.js';
import { countsOf } from './counts.js';
import { missingIn } from './missing.js';
import type { Names } from './names.js';
import { receiptOf } from './receipt.js';
import { outcomeOf, sheetRound, type Shown } from './sheet-rounds.js';
import { sheetThreads } from './sheet-threads.js';
import { notes } from './words.js';

type Sheet = ConsultationSheet;

/** What a sheet is made for. */
export interface Look extends Shown {
  admission: Admission;
  /** The stage of the register for a look at the present; of the fold for an earlier moment. */
  stage: string;
  whole: boolean;
  /** Address of the transparency log; '' where links to it are relative. */
  log: string;
}

const headOf = ({ file, admission, texts, stage, log }: Look) => {
  const { dossier, last, dossierId } = file;
  const { head } = dossier.current.body;
  const { ja, en } = pinnedProcedure(dossier.procedure).stages[stage] ?? { ja: stage, en: stage };
  const { no, sha256, at } = dossier.current;
  return {
    ...{ dossierId, position: last.position, at: occurredAt(last), number: admission.number },
    ...{ type: dossier.type, title: head.title, lead: head.lead, coLeads: leads(dossier).slice(1) },
    ...{ stage, stageName: { ja, en } },
    version: { no, sha256: texts.open(no) ? sha256 : null, at },
    receipt: receiptOf(file, log),
  };
};

const memoranda = ({ file, names }: Shown): Sheet['memoranda'] =>
  file.dossier.memoranda
    .filter(({ threads }) => threads.every((ref) => names.ofThread(ref) !== null))
    .map((one) => ({
      ...one,
      parties: [...one.parties],
      confirmedBy: [...one.confirmedBy],
      at: file.memorandaAt.get(one.memorandumNo)!,
    }));

const statement =
  (names: Names) =>
  ({ organ, text, at }: Statement) => ({ organ: names.atAll(organ), text, at: at ?? null });

const noted = ({ file, names, texts, whole }: Look): Sheet['notes'] => {
  const { rounds, current } = file.dossier;
  const circulated = [...new Set([...rounds.map(({ version }) => version.no), current.no])];
  return [
    ...(whole ? [] : [notes.outcome]),
    ...(rounds.some(({ no }) => names.hides(no)) ? [notes.names] : []),
    ...circulated.filter((no) => !texts.open(no)).map(notes.text),
  ];
};

const said = (look: Look) => {
  const { file, names } = look;
  const threads = sheetThreads(look);
  return {
    rounds: file.dossier.rounds.filter(({ no }) => names.tells(no)).map((round) => sheetRound(look, round)),
    threads,
    memoranda: memoranda(look),
    statements: file.dossier.statements.map(statement(names)),
    reservations: reservationsOf(file.dossier).map(({ clauseId, ...one }) => ({
      ...one,
      clauseId: clauseId ?? null,
      thread: names.ref(one.thread),
      organ: names.ofThread(one.thread),
    })),
    missing: missingIn(file, names),
    counts: countsOf(threads, runningRound(file.dossier.rounds) !== undefined),
  };
};

/** What was carried to the decision is the decision's; what was said on the way stays with those who took part. */
const outcome = ({ file, ...look }: Look) => ({
  rounds: file.dossier.rounds
    .filter(({ kind }) => kind !== 'INFORMAL')
    .map((round) => outcomeOf(sheetRound({ file, ...look }, round))),
  ...{ threads: [], memoranda: [], statements: [], reservations: [], missing: [] },
  counts: { byWeight: [], byOrgan: [] },
});

/** The consultation sheet (協議票) of a case as one reader may see it. */
export const sheetOf = (look: Look): Sheet => ({
  ...headOf(look),
  scope: look.whole ? 'CONSULTATION' : 'OUTCOME',
  notes: noted(look),
  ...(look.whole ? said(look) : outcome(look)),
});
