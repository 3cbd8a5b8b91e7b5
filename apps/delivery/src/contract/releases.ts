import { digest } from '#commands';
import { feedContracts, feedFaults, type Json, type ReleasedFeed } from '#contracts';

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

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** Operations of an OpenAPI document, e.g. `POST /v1/filings`. */
export const operationsOf = ({ paths }: Json): string[] =>
  Object.entries(paths as Record<string, Json>)
    .flatMap(([path, item]) =>
      methods.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    .sort();

/** Operations by document. */
export type ReleasedOperations = Record<string, string[]>;

/** What was released, with what the documents add. Throws, naming each, when an operation is gone. */
export const nextOperations = (
  released: ReleasedOperations,
  documents: Record<string, Json>,
): ReleasedOperations => {
  const current = Object.fromEntries(
    Object.entries(documents).map(([name, document]) => [name, operationsOf(document)]),
  );
  const gone = Object.entries(released).flatMap(([name, operations]) =>
    operations
      .filter((each) => !(current[name] ?? []).includes(each))
      .map((each) => `${name}: ${each} was released and is gone: keep it, beside what takes its place`),
  );
  if (gone.length > 0) throw broken('callers', gone, 'operations.json');
  return current;
};
