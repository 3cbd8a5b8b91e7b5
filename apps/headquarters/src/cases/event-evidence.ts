import type { LedgerEvent } from '#contracts';
import type { Dossier } from '#domain';
import type { Step } from './transitions.js';

type Evidence = { guard: string; facts: Record<string, unknown> };

const positions = ({ rounds }: Dossier, roundNo: number) =>
  rounds
    .find(({ no }) => no === roundNo)
    ?.stands.map(({ organ, mode, mandatoryExplicit, position, silence, late }) => ({
      ...{ organ, mode, mandatoryExplicit },
      ...{ position: position ?? null, silence: silence ?? null, late: late ?? false },
    }));

/** What a conclusion stands on: every position, what silence became, and how each MUST was settled. */
const concluded = (step: Step, { data }: LedgerEvent<'RoundConcluded'>): Evidence => ({
  guard: 'every-must-settled',
  facts: {
    ...{ roundNo: data.roundNo, outcome: data.outcome, sha256: data.sha256 },
    positions: positions(step.after, data.roundNo),
    ledger: data.ledger ?? [],
    reservations: data.reservations ?? [],
  },
});

const agreedRound = ({ before }: Step): Evidence => {
  const round = before?.rounds.findLast(({ concludedSha256 }) => concludedSha256 !== undefined);
  return {
    guard: 'concluded-round',
    facts: { roundNo: round?.no ?? null, sha256: round?.concludedSha256 ?? null },
  };
};

/** The clock that ran out, which of its runs it was, and when it was due. */
const clocked = (data: LedgerEvent<'ClockDue'>['data']): Evidence => ({
  guard: 'clock-due',
  facts: { clock: data.clock, epoch: data.epoch, holder: data.holder, dueAt: data.dueAt },
});

/** What one event says that its decision was made on. */
export const eventEvidence = (step: Step, event: LedgerEvent): Evidence[] => {
  const { type, data } = event;
  switch (type) {
    case 'RoundConcluded':
      return [concluded(step, event)];
    case 'DossierEndorsed':
    case 'DossierDecided':
      return [agreedRound(step)];
    case 'ClockDue':
      return [clocked(data)];
    default:
      return [...ofRound(event), ...ofOutcome(event)];
  }
};

/** Periods and findings on the way to the decision. */
const ofOutcome = ({ type, data }: LedgerEvent): Evidence[] => {
  switch (type) {
    case 'LegalCheckRequested':
      return [{ guard: 'legal-check', facts: { why: data.why, asked: data.asked } }];
    case 'LegalCheckRecorded':
      return [{ guard: 'legal-check', facts: { organ: data.organ, finding: data.finding } }];
    case 'PublicCommentOpened': {
      const { kind, derivedKind, days, openAt, closeAt, kindReason, reasonIfShort, sha256 } = data;
      return [
        {
          guard: 'comment-period',
          facts: { kind, derivedKind, days, openAt, closeAt, kindReason, reasonIfShort, sha256 },
        },
      ];
    }
    case 'PublicCommentClosed':
      return [
        {
          guard: 'comments-counted',
          facts: { received: data.received, unique: data.unique, digest: data.digest },
        },
      ];
    case 'ItemLodged':
      return [
        {
          guard: 'lodging-deadline',
          facts: { body: data.body, meetingOn: data.meetingOn, lodgingDeadline: data.lodgingDeadline },
        },
      ];
    default:
      return [];
  }
};

const ofRound = ({ type, data }: LedgerEvent): Evidence[] => {
  switch (type) {
    case 'RoundOpened': {
      const { roundNo, kind, minimumDays, basis, openedAt, dueAt, delta } = data;
      return [
        { guard: 'minimum-period', facts: { roundNo, kind, minimumDays, basis, openedAt, dueAt, delta } },
        { guard: 'participants', facts: { participants: data.participants } },
      ];
    }
    case 'ThreadEscalated': {
      const { thread, level, by, rule } = data;
      return [{ guard: 'ladder', facts: { thread, level, by, rule } }];
    }
    case 'DispositionProved':
      return [{ guard: 'proof-in-the-text', facts: { thread: data.thread, proof: data.proof } }];
    case 'SilenceRecorded':
      return [{ guard: 'silence', facts: { organ: data.organ, as: data.as } }];
    case 'ClockEscalated':
      return [
        { guard: 'ladder', facts: { clock: data.clock, to: data.to, rule: data.rule, dueAt: data.dueAt } },
      ];
    default:
      return [];
  }
};
