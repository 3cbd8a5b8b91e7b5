import { occurredAt, type SheetParticipant, type SheetRound } from '#contracts';
import type { Dossier } from '#domain';
import type { CaseFile } from './case-file.js';
import type { Names } from './names.js';
import type { RoundLog } from './round-log.js';
import type { Texts } from './texts.js';
import { labelOf } from './words.js';

type Round = Dossier['rounds'][number];
type Stand = Round['stands'][number];

export interface Shown {
  file: CaseFile;
  names: Names;
  texts: Texts;
}

const unsaid = {
  ...{ desk: null, position: null, comment: null, positionAt: null, late: false },
  ...{ silence: null, untouched: false },
};

const saidOf = ({ said, touched }: RoundLog, stand: Stand) => ({
  desk: stand.desk ?? null,
  position: stand.position ?? null,
  comment: said.get(stand.organ)?.comment ?? null,
  positionAt: said.get(stand.organ)?.at ?? null,
  late: stand.late ?? false,
  silence: stand.silence ?? null,
  untouched: !touched.has(stand.organ),
});

/** A reason may tell who asked for the participant. */
const reasonsFor = (round: Round, names: Names, reasons: readonly string[]): string[] =>
  reasons.map((reason) => {
    const [, organ] = /^added at the request of ([A-Z][A-Z0-9-]*):/.exec(reason) ?? [];
    return organ && names.ofRound(round.no, organ) === null
      ? 'added at the request of a participant'
      : reason;
  });

const participant = (round: Round, log: RoundLog, stand: Stand, names: Names): SheetParticipant => {
  const { organ, mode, mandatoryExplicit, reasons, released = false } = stand;
  const hidden = names.ofRound(round.no, organ) === null;
  return {
    ...{ organ, mode, mandatoryExplicit, released, hidden },
    reasons: reasonsFor(round, names, reasons),
    ...(hidden ? unsaid : saidOf(log, stand)),
  };
};

/** In the order of the positions, not of time: the order in which ministries answer would name them. */
const unnamed = (round: Round, log: RoundLog, names: Names): SheetRound['unnamed'] =>
  round.stands
    .filter(({ organ, position }) => position && names.ofRound(round.no, organ) === null)
    .map(({ organ, position, late }) => ({
      position: position!,
      comment: log.said.get(organ)?.comment ?? null,
      late: late ?? false,
    }))
    .sort((a, b) => (`${a.position} ${a.comment}` < `${b.position} ${b.comment}` ? -1 : 1));

const objection = (log: RoundLog, round: Round, names: Names) => (one: Round['objections'][number]) => {
  const ruled = log.ruled.get(one.objectionNo);
  return {
    ...{ objectionNo: one.objectionNo, claim: one.claim, also: one.also ?? null, reason: one.reason },
    organ: names.ofRound(round.no, one.organ),
    at: log.objectedAt.get(one.objectionNo)!,
    ruling: one.ruling ?? null,
    ruledAt: ruled?.at ?? null,
    rulingReason: ruled?.reason ?? null,
  };
};

const conclusion = ({ concluded }: RoundLog, { names, texts }: Shown): SheetRound['conclusion'] =>
  concluded
    ? {
        at: occurredAt(concluded),
        outcome: concluded.data.outcome,
        sha256: concluded.data.sha256,
        ledger: (concluded.data.ledger ?? []).map((line) => ({
          ...line,
          thread: names.ref(line.thread),
          proof: texts.proof(line.proof),
        })),
      }
    : null;

/** A round of the case as the reader may see it. */
export const sheetRound = (shown: Shown, round: Round): SheetRound => {
  const { names } = shown;
  const log = shown.file.rounds.get(round.no)!;
  const { data, meta } = log.opened;
  return {
    ...{ no: round.no, kind: data.kind, label: labelOf(data.kind), reason: data.reason ?? null },
    openedBy: { role: meta.actor.role, organ: meta.actor.organ },
    ...{ versionNo: data.versionNo, sha256: data.sha256, minimumDays: data.minimumDays, basis: data.basis },
    ...{
      openedAt: data.openedAt,
      dueAt: round.dueAt,
      state: round.state,
      namesHidden: names.hides(round.no),
    },
    ...{ suspensions: log.suspensions, extensions: log.extensions, delta: data.delta ?? null },
    participants: round.stands.map((stand) => participant(round, log, stand, names)),
    unnamed: unnamed(round, log, names),
    objections: round.objections.map(objection(log, round, names)),
    conclusion: conclusion(log, shown),
  };
};

/** The round for those who did not take part: that it was held, and how it ended. */
export const outcomeOf = (round: SheetRound): SheetRound => ({
  ...round,
  ...{ reason: null, suspensions: [], extensions: [], participants: [], unnamed: [], objections: [] },
  delta: null,
  conclusion: round.conclusion && { ...round.conclusion, ledger: [] },
});
