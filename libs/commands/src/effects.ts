import { eventSpec, eyesOf, type Actor, type DomainEvent } from '#contracts';
import { dutyOf, evolve, react, type Dossier, type Reaction } from '#domain';
import type { Append, ArmedWork, Duty } from '#event-store';
import { randomUUID } from 'node:crypto';

type Effects = Pick<Append, 'events' | 'arm' | 'disarm' | 'duties'> & { dossier: Dossier | null };

const armed = (dossierId: string, reaction: Exclude<Reaction, { do: 'cancel' }>, now: string): ArmedWork => ({
  key: `${dossierId}:${reaction.key}`,
  kind: reaction.do,
  name: reaction.name,
  payload: reaction.data,
  dueAt: reaction.do === 'command' ? reaction.at : now,
});

/** All that is written together with the events of one decision: the work they call for and the duties they fill. */
export const effectsOf = (
  before: Dossier | null,
  dossierId: string,
  decided: readonly DomainEvent[],
  actor: Actor,
  now: string,
): Effects => {
  let dossier = before;
  const effects = {
    events: [] as Append['events'],
    arm: [] as ArmedWork[],
    disarm: [] as string[],
    duties: new Map<string, Duty>(),
  };
  for (const event of decided) {
    dossier = evolve(dossier, event, { ...actor, at: now });
    effects.events.push({
      eventId: randomUUID(),
      type: event.type,
      v: eventSpec(event.type)?.v ?? 1,
      data: event.data,
    });
    const duty = dutyOf(event);
    if (duty)
      for (const person of eyesOf(actor))
        effects.duties.set(`${duty} ${person}`, { scope: 'dossier', duty, person });
    for (const reaction of react(event, dossier))
      if (reaction.do === 'cancel') effects.disarm.push(`${dossierId}:${reaction.prefix}*`);
      else effects.arm.push(armed(dossierId, reaction, now));
  }
  return { ...effects, duties: [...effects.duties.values()], dossier };
};
