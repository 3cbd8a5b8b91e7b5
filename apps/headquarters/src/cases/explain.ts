import { occurredAt, type ExplainedDossier, type ExplainedTransition, type LedgerEvent } from '#contracts';
import { eventEvidence } from './event-evidence.js';
import { guardEvidence } from './guard-evidence.js';
import type { Look } from './sheet.js';
import { rolesOf, ruleOf, stepsOf, type Rule, type Step } from './transitions.js';
import type { Viewer } from './viewer.js';

const isClockOnly = ({ type }: LedgerEvent): boolean =>
  /^Clock(Started|Stopped|Warned|Overdue)$/.test(type) || type === 'ClockDue';

const ruleFor = (step: Step, rule: Rule | undefined): ExplainedTransition['rule'] => {
  const { name, version, hash } = (step.before ?? step.after).procedure;
  return {
    ...{ procedure: name, version, hash },
    transition: rule
      ? { ...rule, to: rule.to ?? null, variant: rule.variant ?? null, guards: [...rule.guards] }
      : null,
    by: rolesOf(rule, step.events[0]!.meta.command),
  };
};

type Evidence = ExplainedTransition['evidence'];

const evidenceOf = (step: Step, rule: Rule | undefined): Evidence => [
  ...(rule && step.before ? rule.guards.map((guard) => guardEvidence(guard, step.before!)) : []),
  ...step.events.flatMap((event) => eventEvidence(step, event)),
];

/** The same without the names of threads that are not shown yet. */
const unnamedIn = (evidence: Evidence, { names }: Look): Evidence =>
  JSON.parse(names.within(JSON.stringify(evidence))) as Evidence;

const clockOf = (events: readonly LedgerEvent[]): string | null => {
  const due = events.find(({ type }) => type === 'ClockDue' || type === 'ClockEscalated');
  return due && 'epoch' in due.data ? `clock ${due.data.clock} ${due.data.epoch}` : null;
};

/** Rounds whose names were hidden when it happened, and are still: whoever acts for a participant then is not named. */
const isUnnamed = ({ names, file }: Look, { events }: Step): boolean => {
  const { organ } = events[0]!.meta.actor;
  const { position } = events[0]!;
  return file.dossier.rounds.some(
    ({ no, stands }) =>
      names.ofRound(no, organ) === null &&
      file.rounds.get(no)!.opened.position < position &&
      stands.some((one) => one.organ === organ),
  );
};

const actorOf = ({ meta }: LedgerEvent, viewer: Viewer, unnamed: boolean) => {
  const { role, organ, person, onBehalfOf, delegationId } = meta.actor;
  const knows = viewer.secretariat || viewer.organs.has(organ);
  return {
    actor: { role, organ: unnamed ? null : organ, person: knows ? person : null },
    onBehalfOf: knows ? (onBehalfOf ?? null) : null,
    delegationId: knows ? (delegationId ?? null) : null,
  };
};

const explained = (look: Look, viewer: Viewer, step: Step, told: LedgerEvent[]): ExplainedTransition => {
  const [first] = told as [LedgerEvent];
  const { position, meta } = first;
  const rule = ruleOf(step);
  const unnamed = isUnnamed(look, step);
  return {
    ...{ position, at: occurredAt(first), command: meta.command, commandId: meta.commandId },
    ...actorOf(first, viewer, unnamed),
    ...{ from: step.before?.stage ?? null, to: step.after.stage },
    events: told.map(({ type }) => type),
    rule: ruleFor(step, rule),
    evidence: unnamed || !look.whole ? [] : unnamedIn(evidenceOf(step, rule), look),
    causation: meta.causationId ?? clockOf(step.events),
  };
};

/** Every command that changed more than a clock, as far as the reader was told of it. */
export const explain = (look: Look, viewer: Viewer): ExplainedDossier => {
  const open = new Set(look.admission.told);
  const transitions = stepsOf(look.file.events).flatMap((step) => {
    const told = step.events.filter(({ position }) => open.has(position));
    return told.length > 0 && !step.events.every(isClockOnly) ? [explained(look, viewer, step, told)] : [];
  });
  return { dossierId: look.file.dossierId, transitions };
};
