import { eyesOf, Problem, type Command, type CommandName, type EventData } from '#contracts';
import type { Decision, Setting } from '../setting.js';
import type { By } from './fold.js';
import type { Officers } from './officers.js';
import { notByThisRole } from './refusals.js';
import { leads, type Dossier } from './state.js';
import { transition } from './transition.js';

const none: Officers = { recused: {}, overridden: [], worked: {} };

/** What a tied officer may not do: every judgement on the dossier. */
const judging: ReadonlySet<CommandName> = new Set([
  ...(['AcceptDossier', 'ReturnDossier', 'BeginReview', 'ReportReview', 'MarkEditorial'] as const),
  ...(['RuleOnAllocation', 'ReserveThread', 'EndorseDossier', 'DeclineToEndorse'] as const),
  ...(['DecideDossier', 'MoveProcedure'] as const),
]);

const yearsBefore = (instant: string, years: number): string =>
  `${Number(instant.slice(0, 4)) - years}${instant.slice(4, 10)}`;

/** Remembers who acts for a lead; a state that is folded from old rows too. */
export const remember = (dossier: Dossier, { person, organ, at }: By): Dossier => {
  const day = at?.slice(0, 10);
  if (day === undefined || !leads(dossier).includes(organ)) return dossier;
  const officers = dossier.officers ?? none;
  const before = officers.worked[person];
  if (before?.[organ] === day) return dossier;
  const worked = { ...officers.worked, [person]: { ...before, [organ]: day } };
  return { ...dossier, officers: { ...officers, worked } };
};

const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

export const recused = (dossier: Dossier, { person, reason }: EventData<'OfficerRecused'>): Dossier => {
  const officers = dossier.officers ?? none;
  const others = officers.overridden.filter((name) => name !== person);
  return {
    ...dossier,
    officers: { ...officers, recused: { ...officers.recused, [person]: reason }, overridden: others },
  };
};

export const overridden = (dossier: Dossier, { person }: EventData<'RecusalOverridden'>): Dossier => {
  const officers = dossier.officers ?? none;
  return {
    ...dossier,
    officers: {
      ...officers,
      recused: without(officers.recused, person),
      overridden: [...officers.overridden.filter((name) => name !== person), person],
    },
  };
};

/** Why the actor, or whoever they act for, is not impartial: one sentence each. An override is of one person's grounds only. */
const grounds = (dossier: Dossier, { actor, ties = [], at }: Command, cabinet: Setting['cabinet']) => {
  const { headquarters, policy } = cabinet;
  const { recused: byHand, worked, overridden: cleared } = dossier.officers ?? none;
  const own = leads(dossier).filter((organ) => organ !== headquarters);
  const persons = eyesOf(actor).filter((person) => !cleared.includes(person));
  if (persons.length === 0) return { tied: [], why: [] };
  const since = yearsBefore(at, policy.recusalYears);
  const before = persons.flatMap((person) => own.filter((organ) => (worked[person]?.[organ] ?? '') >= since));
  const tied = own.filter((organ) => ties.includes(organ) || before.includes(organ));
  const reasons = persons.flatMap((person) => byHand[person] ?? []);
  return {
    tied,
    why: [
      ...tied.map(
        (organ) => `${organ} leads this dossier, and you belong to it or worked for it within two years`,
      ),
      ...reasons.map((reason) => `you were taken off this dossier (${reason})`),
    ],
  };
};

/** 回避: refuses a judgement by an officer of the secretariat who is tied to a lead, or was recused by hand. */
export const requireImpartial = (dossier: Dossier, command: Command, { cabinet }: Setting): void => {
  const { actor, name } = command;
  if (!judging.has(name) || !actor.role.startsWith('SECR_')) return;
  const { tied, why } = grounds(dossier, command, cabinet);
  if (why.length === 0) return;
  throw new Problem(
    'recused',
    `You may not do this: ${why.join('; ')}. Another officer can, or the director may override it (OverrideRecusal).`,
    { rule: 'recusal', ties: tied },
  );
};

/** An officer takes themself off a dossier; the director anybody. */
export const recuseOfficer: Decision<'RecuseOfficer'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { actor, data } = command;
  const isOwn = data.person === actor.person;
  if (!isOwn && actor.role !== 'SECR_DIRECTOR')
    throw notByThisRole('Only the SECR_DIRECTOR takes another officer off a dossier.', 'recusal-of-another');
  return [{ type: 'OfficerRecused', data: { ...data, by: isOwn ? 'self' : 'director' } }];
};

export const overrideRecusal: Decision<'OverrideRecusal'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { actor, data } = command;
  if (eyesOf(actor).includes(data.person))
    throw notByThisRole('Nobody overrides their own recusal; another director can.', 'own-recusal');
  return [{ type: 'RecusalOverridden', data }];
};
