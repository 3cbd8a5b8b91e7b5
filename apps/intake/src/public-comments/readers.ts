import { Problem, isOnlooker, type Principal } from '#contracts';

/** Lets people of these organs in. Throws not-permitted. */
export const requireReader = ({ assignments }: Principal, organs: readonly string[]): void => {
  const reads = assignments.some(
    ({ role, organ }) => !isOnlooker(role) && (organ === '*' || organs.includes(organ)),
  );
  if (!reads)
    throw new Problem('not-permitted', 'What came in is read by the leads and the secretariat.', {
      rule: 'comment-readers',
    });
};
