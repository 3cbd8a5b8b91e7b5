import type { Command } from '#contracts';
import { guardRefused } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { returnOf } from './returns.js';
import type { Round } from './round.js';
import { requireMovingRound, requireStand } from './running.js';

/** 回答の決裁: the ministry's own approval of what its hub returns, the comments with the position that is named. */
export const approveReturn: Decision<'ApproveReturn'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data } = command;
  requireStand(requireMovingRound(dossier, data.roundNo), data.organ);
  return [{ type: 'ReturnApproved', data }];
};

/** Where the cabinet asks for it, a return goes out as it was approved, with that position, and once. */
export const requireApproved = (
  dossier: Dossier,
  round: Round,
  { organ, position }: Command<'SetPosition'>['data'],
  { cabinet }: Setting,
): void => {
  if (!cabinet.policy.returnsNeedApproval) return;
  if (requireStand(round, organ).approvedReturn === returnOf(dossier, organ, position)) return;
  throw guardRefused(
    'return-approved',
    `A MIN_APPROVER of ${organ} approves this return first: ApproveReturn with the position ${position}, after its last comment or position.`,
  );
};
