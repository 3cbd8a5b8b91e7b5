import type { DomainEvent, EventData } from '#contracts';
import type { Dossier } from '../dossier/state.js';
import { pauseClocks } from '../dossier/timing.js';
import type { Setting } from '../setting.js';
import { isRoundClock } from './round.js';
import { requireMovingRound } from './running.js';

/** The running round stands still, and its clocks with it. */
export const suspended = (
  dossier: Dossier,
  ground: EventData<'RoundSuspended'>['ground'],
  reason: string,
  at: string,
  setting: Setting,
): DomainEvent[] => [
  { type: 'RoundSuspended', data: { roundNo: requireMovingRound(dossier).no, ground, reason } },
  ...pauseClocks(dossier, Object.keys(dossier.clocks).filter(isRoundClock), at, setting),
];
