import type { Dossier } from '../dossier/state.js';
import { threadsThatCount, unsettled } from './comment-ledger.js';
import { effectiveStands, type EffectiveStand } from './effective.js';
import { consultationOf, pendingIn, type Round } from './round.js';

interface Missing {
  organ: string;
  why: string;
}

export interface Obstacles {
  /** Organ by organ. */
  missing: Missing[];
  /** MUSTs that are not settled. */
  threads: (Missing & { thread: string })[];
}

const standing = { OBJECT: 'objects', CONDITIONAL: 'has an unmet condition' } as const;

/**
 * An objection is met when each MUST of the organ is settled or reserved. Who objects when all is settled objects to something else; a
 * reservation is the objection itself, whichever was said first, and a MUST that was taken back meets nothing.
 */
const isMet = (
  dossier: Dossier,
  { organ, settledBefore = [] }: EffectiveStand,
  open: Obstacles['threads'],
): boolean =>
  !open.some((thread) => thread.organ === organ) &&
  threadsThatCount(dossier)
    .filter((thread) => thread.organ === organ && thread.weight === 'MUST')
    .some(
      ({ ref, state }) => state === 'RESERVED' || (state !== 'WITHDRAWN' && !settledBefore.includes(ref)),
    );

const obstacle = (
  dossier: Dossier,
  round: Round,
  stand: EffectiveStand,
  threads: Obstacles['threads'],
): string | undefined => {
  const { position, asked, mandatoryExplicit } = stand;
  if (position === 'OBJECT' || position === 'CONDITIONAL')
    return isMet(dossier, stand, threads) ? undefined : standing[position];
  if (position !== undefined || !asked) return undefined;
  if (mandatoryExplicit) return 'must state its position';
  const mayStillSpeak = round.state === 'OPEN' && stand.roundNo === round.no;
  return mayStillSpeak ? 'may still speak until the due time' : undefined;
};

/** Who was asked in the running round and has not spoken in it, although it spoke before. */
const stillAsked = ({ state, stands }: Round): Missing[] =>
  state === 'OPEN'
    ? stands
        .filter(({ position, mode, released }) => position === undefined && mode !== 'INFORM' && !released)
        .map(({ organ }) => ({ organ, why: 'may still speak until the due time' }))
    : [];

const pending = (round: Round): Missing[] =>
  pendingIn(round).map(({ organ, objectionNo }) => ({
    organ,
    why: `objects to the allocation (no. ${objectionNo}), which is not decided`,
  }));

/** What keeps a formal round from being concluded. */
export const obstaclesTo = (dossier: Dossier, round: Round): Obstacles => {
  const threads = unsettled(dossier);
  const stands = effectiveStands(consultationOf(dossier.rounds)).flatMap((stand): Missing[] => {
    const { organ } = stand;
    // Who has joined the lead and signed this text has nothing more to say to it, and is asked no more.
    const why = dossier.signatures.includes(organ) ? undefined : obstacle(dossier, round, stand, threads);
    return why ? [{ organ, why }] : [];
  });
  const named = new Set(stands.map(({ organ }) => organ));
  return {
    missing: [...stands, ...stillAsked(round).filter(({ organ }) => !named.has(organ)), ...pending(round)],
    threads,
  };
};
