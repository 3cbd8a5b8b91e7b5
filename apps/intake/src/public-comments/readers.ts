import { Problem, type Principal, type Role } from '#contracts';

/** Roles that read what is open to everybody and nothing of whoever sent a comment. */
const onlookers: ReadonlySet<Role> = new Set(['OBSERVER', 'DOWNSTREAM', 'PUBLIC']);

/** Lets people of these organs in. Throws not-permitted. */
export const requireReader = ({ assignments }: Principal, organs: readonly string[]): void => {
  const reads = assignments.some(
    ({ role, organ }) => !onlookers.has(role) && (organ === '*' || organs.includes(organ)),
  );
  if (!reads)
    throw new Problem('not-permitted', 'What came in is read by the leads and the secretariat.', {
      rule: 'comment-readers',
    });
};
