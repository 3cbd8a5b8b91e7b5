import { Problem, type Command, type DomainEvent, type EventData } from '#contracts';
import { guardRefused, notByThisRole } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision } from '../setting.js';
import { afterwards } from './afterwards.js';
import { ledgerOf, reservationsOf } from './comment-ledger.js';
import { obstaclesTo } from './obstacles.js';
import { asksSomebody, type Round } from './round.js';
import { requireMovingRound } from './running.js';
import { deadlineFacts } from './silence.js';
import { deltaOf, partsSince } from './since.js';

type Conclude = Command<'ConcludeRound'>;
type Concluded = EventData<'RoundConcluded'>;

/** What the deadline makes of the silent, if it has passed: the clock may tick after the command that asks. */
const passedBy = (dossier: Dossier, round: Round, at: string): DomainEvent[] =>
  at > round.dueAt
    ? deadlineFacts(dossier, round).filter(({ type }) => type !== 'ClockStopped') // Stopped with the stage.
    : [];

const requireNothingMissing = (dossier: Dossier, round: Round): void => {
  const { missing, threads } = obstaclesTo(dossier, round);
  if (missing.length + threads.length === 0) return;
  const detail = [
    ...threads.map(({ thread, why }) => `${thread} ${why}`),
    ...missing.map(({ organ, why }) => `${organ} ${why}`),
  ].join('; ');
  throw new Problem('positions-missing', `${detail}.`, { missing, threads });
};

/** Whoever is only told has until the due time to speak up. */
const requireTold = (round: Round): void => {
  if (round.state !== 'OPEN' || asksSomebody(round)) return;
  throw guardRefused(
    'told-until-due',
    `Round ${round.no} asks nobody and tells all; it can be concluded after its due time.`,
    { dueAt: round.dueAt },
  );
};

/** Nobody has agreed on a text that was changed after they were asked. */
const requireConsultedText = (dossier: Dossier, { no, version }: Round): void => {
  const changed = [...deltaOf(dossier).changes.map(({ clauseId }) => clauseId), ...partsSince(dossier)];
  if (changed.length === 0) return;
  const detail = `The text has changed since version ${version.no}, which round ${no} asked about (${changed.join(', ')}): open a delta round (OpenRound, kind DELTA), or have changes of wording marked (MarkEditorial).`;
  throw guardRefused('delta-round', detail, { changed });
};

/** Frozen: the text, how each thread ended, and what is carried to the deciders word for word. */
const agreement = (dossier: Dossier, roundNo: number, stage: string): Concluded => {
  const reservations = reservationsOf(dossier);
  return {
    ...{ stage, roundNo, sha256: dossier.current.sha256 },
    outcome: reservations.length > 0 ? 'WITH_RESERVATION' : 'AGREED',
    ledger: ledgerOf(dossier),
    reservations,
    statements: [...dossier.statements],
  };
};

/** 事前相談 ends when the lead says so; it settles nothing. */
const informally = (dossier: Dossier, { data, actor }: Conclude, stage: string): DomainEvent[] => {
  if (actor.role !== 'LIAISON')
    throw notByThisRole('An informal round is ended by the LIAISON of the lead.', 'informal-authority');
  const { sha256 } = dossier.current;
  return [{ type: 'RoundConcluded', data: { stage, roundNo: data.roundNo, outcome: 'INFORMAL', sha256 } }];
};

/** 協議終了: the text all have agreed on, or been silent on by rule, is frozen by its hash. */
export const concludeRound: Decision<'ConcludeRound'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { roundNo } = command.data;
  const round = requireMovingRound(dossier, roundNo);
  if (round.kind === 'INFORMAL') return informally(dossier, command, stage);
  const passed = passedBy(dossier, round, command.at);
  const after = afterwards(dossier, passed, command);
  const now = requireMovingRound(after, roundNo);
  requireTold(now);
  requireNothingMissing(after, now);
  requireConsultedText(after, now);
  return [...passed, { type: 'RoundConcluded', data: agreement(after, roundNo, stage) }];
};
