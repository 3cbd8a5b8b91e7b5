import { Problem, type Actor, type Command, type DomainEvent, type Principal } from '#contracts';
import { decide, type Dossier, type Setting } from '#domain';
import type { Execute } from './execute.js';
import { actorsFor } from './may.js';

type Asked = Execute['command'];

export interface Decided {
  actor: Actor;
  events: DomainEvent[];
}

const notByThisRole = (error: unknown): boolean => error instanceof Problem && error.type === 'not-permitted';

/** Their own, and those of whoever they act for. */
const tiesOf = ({ ties = [], delegations = [] }: Principal, { delegationId }: Actor): string[] => {
  const used = delegations.find(({ id }) => id === delegationId);
  return [...new Set([...ties, ...(used?.ties ?? [])])];
};

/** What follows from a person's command: in the first of their roles that the procedure admits to it. Throws a Problem. */
export const decideAs = (
  principal: Principal,
  asked: Asked,
  dossier: Dossier | null,
  at: string,
  setting: Setting,
): Decided => {
  let refusal: unknown;
  for (const actor of actorsFor(principal, asked, dossier, setting.cabinet))
    try {
      return {
        actor,
        events: decide(dossier, { ...asked, actor, at, ties: tiesOf(principal, actor) } as Command, setting),
      };
    } catch (error) {
      if (!notByThisRole(error)) throw error;
      refusal ??= error;
    }
  throw refusal;
};
