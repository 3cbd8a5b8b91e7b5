import { commands, type LedgerEvent, type Procedure, type Role } from '#contracts';
import { pinnedProcedure, type Dossier } from '#domain';
import { fold } from './case-file.js';

export type Rule = Procedure['transitions'][number];

/** One command as the ledger has it: the state before and after it, and its events. */
export interface Step {
  before: Dossier | null;
  after: Dossier;
  events: readonly LedgerEvent[];
}

/** Whether one command led to both: a key is its sender's own choice, and two may choose the same. */
const isOfOne = ({ meta: one }: LedgerEvent, { meta: other }: LedgerEvent): boolean =>
  one.commandId === other.commandId &&
  one.command === other.command &&
  one.actor.person === other.actor.person;

/** The commands of a stream in order, replayed. Events of one command lie side by side. */
export const stepsOf = (events: readonly LedgerEvent[]): Step[] => {
  const steps: Step[] = [];
  let before: Dossier | null = null;
  let group: LedgerEvent[] = [];
  const close = () => {
    if (group.length === 0) return;
    const after: Dossier = group.reduce<Dossier | null>(fold, before)!;
    steps.push({ before, after, events: group });
    [before, group] = [after, []];
  };
  for (const event of events) {
    if (group.length > 0 && !isOfOne(group[0]!, event)) close();
    group.push(event);
  }
  close();
  return steps;
};

/** Names by which procedures call what a clock does; the events say what it was. */
const byClock = ({ events }: Step): string[] =>
  events.flatMap(({ type }) => {
    if (type === 'DossierAccepted') return ['AcceptDossier'];
    if (type === 'DossierLapsed') return ['Lapse', 'Archive'];
    return type === 'ReviewFellDue' ? ['BecomeReviewDue'] : [];
  });

const namesOf = (step: Step, command: string): string[] =>
  command === 'TickClock' ? byClock(step) : [command];

/** Of the lines that lead from the state before to the state after, the variant that the events speak of. */
const variantOf = ({ events }: Step): string | undefined => {
  const opened = events.find((event): event is LedgerEvent<'RoundOpened'> => event.type === 'RoundOpened');
  if (!opened) return undefined;
  return opened.data.kind === 'INFORMAL' ? 'informal' : opened.data.delta ? 'delta' : undefined;
};

/** The line of the pinned procedure that led from the stage before to the stage after; undefined when none did. */
export const ruleOf = (step: Step): Rule | undefined => {
  const { before, after, events } = step;
  if (!before) return undefined;
  const names = namesOf(step, events[0]!.meta.command);
  const fitting = pinnedProcedure(before.procedure).transitions.filter(
    ({ command, from, to }) =>
      names.includes(command) && from.includes(before.stage) && (to ?? before.stage) === after.stage,
  );
  return fitting.find(({ variant }) => variant === variantOf(step)) ?? fitting[0];
};

/** Who may, by the line of the procedure or else by the catalogue; nobody for a command that this build no longer has. */
export const rolesOf = (rule: Rule | undefined, name: string): Role[] => {
  if (rule?.by) return rule.by;
  if (name === 'TickClock') return ['SYSTEM'];
  return Object.keys(commands.find((spec) => spec.name === name)?.by ?? {}) as Role[];
};
