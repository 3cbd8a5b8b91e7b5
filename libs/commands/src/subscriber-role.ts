import { isHeadquartersRole, type Principal, type Role, type SubscriptionView } from '#contracts';

/** What of a subscription says who may use it. */
export type Subscriber = Pick<SubscriptionView, 'organ' | 'scope'>;

const ofMinistry: readonly Role[] = ['LIAISON', 'MIN_APPROVER'];
/** They see what is open to the government and nothing of their organ's own. */
const onlookers: readonly Role[] = ['DOWNSTREAM', 'OBSERVER'];

const mayHold = (role: Role, { organ, scope }: Subscriber, headquarters: string): boolean => {
  if (scope === 'government' && onlookers.includes(role)) return true;
  if (organ === headquarters && isHeadquartersRole(role)) return role.startsWith('SECR_');
  return ofMinistry.includes(role) && (organ !== headquarters || scope === 'government');
};

/** The role in which a person may open, change and read a subscription of an organ; undefined when there is none. */
export const subscriberRole = (
  { assignments }: Principal,
  subscriber: Subscriber,
  headquarters: string,
): Role | undefined =>
  assignments.find(({ role, organ }) => organ === subscriber.organ && mayHold(role, subscriber, headquarters))
    ?.role;
