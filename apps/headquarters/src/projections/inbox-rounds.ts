import type { LedgerEvent, Participant } from '#contracts';
import { isAsked, type InboxCase } from './inbox-case.js';
import { nothing, notice, type About, type Changes, type Opening } from './inbox-changes.js';
import { clockKinds } from './inbox-clocks.js';
import { conclusionWanted } from './inbox-tasks.js';

const answers = ['position-wanted', 'delta-wanted', 'informal-wanted'];
const told = ['round-opened', 'delta-opened', 'round-suspended', 'resumption-wanted'];

const refOf = (roundNo: number) => `round:${roundNo}`;

const wantedKind = {
  FULL: 'position-wanted',
  EXPEDITED: 'position-wanted',
  DELTA: 'delta-wanted',
  INFORMAL: 'informal-wanted',
};

const wanted = (
  { organ, mandatoryExplicit }: Participant,
  round: Pick<NonNullable<InboxCase['round']>, 'no' | 'kind' | 'dueAt'>,
  about: About,
): Opening => ({
  ...{ organ, role: 'LIAISON', kind: wantedKind[round.kind], notice: false, ref: refOf(round.no) },
  ...{ dueAt: round.dueAt, mandatoryExplicit, about },
});

const circulated = ({ data }: LedgerEvent<'RoundOpened'>): Changes => {
  const { dueAt, participants, roundNo: no, kind, delta } = data;
  const about = { roundNo: no, ...(delta && { changes: delta.changes }) };
  const informed = participants.filter((one) => !isAsked(one)).map(({ organ }) => organ);
  return {
    close: [{ kinds: [...answers, ...told] }],
    open: [
      ...participants.filter(isAsked).map((one) => wanted(one, { no, kind, dueAt }, about)),
      ...notice(kind === 'DELTA' ? 'delta-opened' : 'round-opened', refOf(no), informed, { dueAt, about }),
    ],
  };
};

/** Each side lifts its own suspension. */
const lifter = (dossier: InboxCase, { ground }: Suspension, headquarters: string) =>
  ground === 'PROCEDURAL_FAULT'
    ? ({ organ: headquarters, role: 'SECR_APPROVER' } as const)
    : ({ organ: dossier.lead, role: 'LIAISON' } as const);
type Suspension = LedgerEvent<'RoundSuspended'>['data'];

const suspended = (dossier: InboxCase, data: Suspension, headquarters: string): Changes => ({
  close: [],
  open: [
    ...notice('round-suspended', `suspension:${data.roundNo}`, [dossier.lead, ...dossier.consulted], {
      about: { roundNo: data.roundNo },
    }),
    {
      ...lifter(dossier, data, headquarters),
      ...{ kind: 'resumption-wanted', notice: false, ref: `suspension:${data.roundNo}` },
      about: { roundNo: data.roundNo },
    },
  ],
  due: [{ ref: refOf(data.roundNo), at: null }],
});

const added = (dossier: InboxCase, { participant }: LedgerEvent<'ParticipantAdded'>['data']): Changes => {
  const { round } = dossier;
  if (!round) return nothing;
  const about = { roundNo: round.no };
  const open = isAsked(participant)
    ? [wanted(participant, round, about)]
    : notice('round-opened', refOf(round.no), [participant.organ], { dueAt: round.dueAt, about });
  return { close: [], open };
};

/** How far the round itself has come. */
export const roundChanges = (dossier: InboxCase, event: LedgerEvent, headquarters: string): Changes => {
  switch (event.type) {
    case 'RoundOpened':
      return circulated(event);
    case 'RoundExtended':
      return { close: [], open: [], due: [{ ref: refOf(event.data.roundNo), at: event.data.dueAt }] };
    case 'RoundSuspended':
      return suspended(dossier, event.data, headquarters);
    case 'RoundResumed': {
      const { roundNo, dueAt } = event.data;
      return {
        close: [{ ref: `suspension:${roundNo}` }],
        open: [],
        due: [{ ref: refOf(roundNo), at: dueAt }],
      };
    }
    case 'ParticipantAdded':
      return added(dossier, event.data);
    case 'RoundDeadlinePassed':
      return dossier.round?.kind === 'INFORMAL' ? { close: [{ kinds: answers }], open: [] } : nothing;
    case 'RoundConcluded':
    case 'DossierReturned':
      return { close: [{ kinds: [...answers, ...told] }], open: [] };
    case 'RoundAbandoned': {
      const { roundNo } = event.data;
      const organs = [headquarters, ...dossier.consulted];
      const open = notice('round-abandoned', refOf(roundNo), organs, { about: { roundNo } });
      return { close: [{ kinds: [...answers, ...told, conclusionWanted] }], open };
    }
    default:
      return nothing;
  }
};

/** What each participant says, or does not. */
export const standChanges = (_: InboxCase, event: LedgerEvent, headquarters: string): Changes => {
  switch (event.type) {
    case 'PositionSet':
    case 'ParticipantReleased': {
      const { organ, roundNo } = event.data;
      const close = [{ kinds: [...answers, ...clockKinds], organ }, { ref: `silence:${roundNo}:${organ}` }];
      return { close, open: [] };
    }
    case 'SilenceRecorded': {
      const { organ, roundNo, as } = event.data;
      if (as !== 'OVERDUE_EXPLICIT') return { close: [{ kinds: answers, organ }], open: [] };
      const about = { roundNo, organ };
      const open = notice('explicit-overdue', `silence:${roundNo}:${organ}`, [headquarters], { about });
      return { close: [], open };
    }
    default:
      return nothing;
  }
};

/** 割振り異議: the secretariat rules, both sides are told. */
export const allocationChanges = (dossier: InboxCase, event: LedgerEvent, headquarters: string): Changes => {
  // With the round ends what could be ruled on.
  if (event.type === 'RoundAbandoned' || event.type === 'DossierReturned')
    return { close: [{ kinds: ['allocation-ruling-wanted'] }], open: [] };
  if (event.type !== 'AllocationObjected' && event.type !== 'AllocationRuled') return nothing;
  const { roundNo, objectionNo, organ } = event.data;
  const ref = `objection:${objectionNo}`;
  const about = { roundNo, objectionNo, organ };
  if (event.type === 'AllocationRuled')
    return { close: [{ ref }], open: notice('allocation-ruled', ref, [organ, dossier.lead], { about }) };
  const role = 'SECR_REVIEWER' as const;
  const open = [
    { ...{ organ: headquarters, role, kind: 'allocation-ruling-wanted', notice: false }, ref, about },
  ];
  return { close: [], open };
};
