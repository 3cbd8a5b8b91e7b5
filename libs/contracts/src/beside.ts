import type { z } from 'zod';
import { delegationEvents } from './delegation.js';
import { subscriptionEvents } from './events/subscriptions.js';

/** Events of streams that are no dossiers: a delegation and a subscription each have one of their own. */
export const besideEvents = [...delegationEvents, ...subscriptionEvents] as const;

type Spec = (typeof besideEvents)[number];
export type BesideEventName = Spec['name'];
export type BesideEventData<Name extends BesideEventName> = z.infer<Extract<Spec, { name: Name }>['data']>;

const names = new Set<string>(besideEvents.map(({ name }) => name));

/** Whether an event belongs to no dossier: whoever folds dossiers skips it, and no feed announces it. */
export const isBesideDossiers = (type: string): boolean => names.has(type);
