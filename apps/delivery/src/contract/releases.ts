import { digest } from '#commands';
import {
  feedContracts,
  feedFaults,
  operationFaults,
  promised,
  type Json,
  type ReleasedFeed,
  type ReleasedOperations,
} from '#contracts';

const broken = (whom: string, faults: string[], file: string): Error => {
  const unless = `What no release had may be taken out of test/fixtures/${file} by hand.`;
  return new Error(`This breaks with ${whom}:\n${faults.join('\n')}\n${unless}`);
};

/** What was released, with what this build adds. Throws, naming each place, when it breaks with consumers. */
export const nextFeed = (released: ReleasedFeed): ReleasedFeed => {
  const current = feedContracts();
  const faults = feedFaults(released, current);
  if (faults.length > 0) throw broken('consumers of the feed', faults, 'feed-schemas.json');
  return Object.fromEntries(
    current.map(({ type, strict }) => [type, { sha256: digest(strict), schema: strict }]),
  );
};

/** What was released, with what the documents add. Throws, naming each place, when it breaks with callers. */
export const nextOperations = (
  released: ReleasedOperations,
  documents: Record<string, Json>,
): ReleasedOperations => {
  const current = Object.fromEntries(
    Object.entries(documents).map(([name, document]) => [name, promised(document)]),
  );
  const faults = operationFaults(released, current);
  if (faults.length > 0) throw broken('callers', faults, 'operations.json');
  return current;
};
