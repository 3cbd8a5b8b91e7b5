import type { Command, DomainEvent, Position } from '#contracts';
import { guardRefused } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision } from '../setting.js';
import { afterwards } from './afterwards.js';
import { settledMusts, unsettled } from './comment-ledger.js';
import { requireApproved } from './return-approval.js';
import type { Round } from './round.js';
import { requireMovingRound, requireStand } from './running.js';
import { allSpoken } from './silence.js';

const agreeing: ReadonlySet<Position> = new Set(['CONCUR', 'CONCUR_WITH_COMMENTS', 'NO_OPINION'] as const);

const isObjecting = (position: Position): boolean => position === 'OBJECT' || position === 'CONDITIONAL';

/** Nobody agrees past its own MUST: it is settled, withdrawn or reserved first. */
const requireNoOwnMust = (
  dossier: Dossier,
  { kind }: Round,
  { organ, position }: Command<'SetPosition'>['data'],
): void => {
  if (kind === 'INFORMAL' || !agreeing.has(position)) return;
  const own = unsettled(dossier).filter((one) => one.organ === organ);
  if (own.length === 0) return;
  const threads = own.map(({ thread }) => thread);
  const detail = own.map(({ thread, why }) => `${thread} ${why}`).join('; ');
  throw guardRefused(
    'own-must-open',
    `${position} is not possible while a MUST of ${organ} is open: ${detail}. Close, withdraw or reserve it first.`,
    { threads },
  );
};

/**
 * A ministry may change its position until the round is concluded; after the due time it is flagged late. The last one that was
 * asked ends the waiting.
 */
export const setPosition: Decision<'SetPosition'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data, at } = command;
  const round = requireMovingRound(dossier, data.roundNo);
  requireStand(round, data.organ);
  requireNoOwnMust(dossier, round, data);
  requireApproved(dossier, round, data, setting);
  const settledBefore = isObjecting(data.position) ? settledMusts(dossier, data.organ) : [];
  const said = { ...data, late: at > round.dueAt, ...(settledBefore.length > 0 && { settledBefore }) };
  const set: DomainEvent[] = [{ type: 'PositionSet', data: said }];
  const after = afterwards(dossier, set, command);
  return [...set, ...allSpoken(after, requireMovingRound(after, round.no), at, setting)];
};
