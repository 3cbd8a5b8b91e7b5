import { eyesOf, Problem, publicCommands, type Actor, type Command, type CommandName } from '#contracts';
import { pinnedProcedure } from '../procedures.js';
import type { Setting } from '../setting.js';
import { guards } from './guards.js';
import { notByThisRole } from './refusals.js';
import type { Dossier } from './state.js';

const addressed = new Set<string>(publicCommands.map(({ name }) => name));

/** Commands with an address that the procedure of this case allows in its present stage. */
const allowedNow = (dossier: Dossier): string[] => {
  const { transitions } = pinnedProcedure(dossier.procedure);
  const here = transitions
    .filter(({ command, from }) => addressed.has(command) && from.includes(dossier.stage))
    .map(({ command }) => command);
  return [...new Set(here)];
};

const refuse = (dossier: Dossier, command: CommandName): Problem => {
  const allowed = allowedNow(dossier);
  const detail = `${command} is not possible in stage ${dossier.stage}; possible: ${allowed.join(', ') || 'nothing'}.`;
  return new Problem('not-allowed-in-stage', detail, { stage: dossier.stage, allowed });
};

/** The stage a command leads to under the pinned procedure; throws when the stage or a guard forbids it. */
export const transition = (
  dossier: Dossier,
  command: Command,
  setting: Setting,
  name: CommandName | 'Lapse' | 'Archive' | 'BecomeReviewDue' = command.name,
  variant?: string,
): string => {
  const found = pinnedProcedure(dossier.procedure).transitions.find(
    (t) => t.command === name && t.from.includes(dossier.stage) && t.variant === variant,
  );
  if (!found) throw refuse(dossier, command.name);
  if (found.by && !found.by.includes(command.actor.role))
    throw notByThisRole(
      `In stage ${dossier.stage}, ${command.name} is for ${found.by.join(' or ')}.`,
      'role-in-stage',
    );
  for (const guard of found.guards) guardNamed(guard)(dossier, command, setting);
  return found.to ?? dossier.stage;
};

const guardNamed = (name: string) => {
  const guard = guards[name];
  if (!guard) throw new Error(`no guard ${name} in this build`);
  return guard;
};

/** Four-eyes: neither the actor nor whoever they act for may be among those who did the other duty. */
export const requireOther = (others: readonly string[], actor: Actor, rule: string, duty: string): void => {
  if (others.includes(actor.person))
    throw new Problem('four-eyes', `You ${duty}; another person must do this.`, { rule });
  if (eyesOf(actor).some((person) => others.includes(person)))
    throw new Problem('four-eyes', `Whoever you act for ${duty}; another person must do this.`, { rule });
};
