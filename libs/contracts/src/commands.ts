import type { z } from 'zod';
import { consultationCommands } from './commands/consultation.js';
import { draftingCommands } from './commands/drafting.js';
import { machineCommands } from './commands/machine.js';
import { outcomeCommands } from './commands/outcome.js';
import { publicCommentCommands } from './commands/public-comment.js';
import { reviewCommands } from './commands/review.js';
import { threadCommands } from './commands/threads.js';
import type { Actor } from './message.js';

/** The catalogue of commands: whatever changes a dossier is in this list. */
export const commands = [
  ...draftingCommands,
  ...reviewCommands,
  ...consultationCommands,
  ...threadCommands,
  ...publicCommentCommands,
  ...outcomeCommands,
  ...machineCommands,
] as const;

type Spec = (typeof commands)[number];
export type CommandName = Spec['name'];
export type CommandData<Name extends CommandName> = z.infer<Extract<Spec, { name: Name }>['data']>;

/** A command on its way to a decision; `at` is the instant of its arrival. */
export type Command<Name extends CommandName = CommandName> = {
  [N in Name]: {
    name: N;
    dossierId: string;
    data: CommandData<N>;
    actor: Actor;
    at: string;
    /** Organs the actor belongs to or worked in within two years; recusal looks at them. */
    ties?: readonly string[];
  };
}[Name];

export const commandSpec = (name: CommandName): Spec => {
  const found = commands.find((spec) => spec.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
};

/** Commands that have an address: all but the machine's own. */
export const publicCommands = commands.filter((spec) => !('SYSTEM' in spec.by));

/** The organ that a command of a participant names: by itself, or as the raiser of a thread. */
export const namedOrgan = (data: unknown): string | undefined => {
  const { organ, thread } = data as { organ?: unknown; thread?: unknown };
  if (typeof organ === 'string') return organ;
  return typeof thread === 'string' ? thread.split('#')[0] : undefined;
};
