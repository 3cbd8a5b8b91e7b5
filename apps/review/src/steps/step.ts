import type { Pool } from 'pg';
import type { CommandData, CommandName } from '#contracts';
import type { Reaction } from '#domain';
import type { WorkItem } from '#messaging';

export type StepKind = Extract<Reaction, { do: 'step' }>['name'];

/** The command that says what a step found. */
export type Finding = {
  [Name in CommandName]: { command: Name; data: CommandData<Name> };
}[CommandName];

/** `snooze`: look again in so many milliseconds, when something is not there yet. */
export type StepResult = Finding | { snooze: number };

export interface StepTools {
  /** Role kyogi_app. */
  pool: Pool;
}

/** An automatic step. It may run more than once, and its command then counts once: it must find the same again. */
export type Step = (item: WorkItem, tools: StepTools) => Promise<StepResult>;
