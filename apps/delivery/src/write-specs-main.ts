import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncapi, type Json, type ReleasedFeed, type ReleasedOperations } from '#contracts';
import { projectRoot } from '#platform';
import { nextFeed, nextOperations } from './contract/releases.js';
import { openapi } from './openapi.js';

const inRoot = (path: string): string => join(projectRoot(), path);
const read = (path: string): unknown =>
  existsSync(inRoot(path)) ? (JSON.parse(readFileSync(inRoot(path), 'utf8')) as unknown) : {};
const write = (path: string, value: unknown, indent = 1): void => {
  writeFileSync(inRoot(path), `${JSON.stringify(value, null, indent)}\n`);
  process.stdout.write(`wrote ${path}\n`);
};

const documents = (): Record<string, Json> => {
  const names = readdirSync(inRoot('docs/api')).filter((name) => name.endsWith('.openapi.json'));
  const named = names.map((name) => [name.split('.')[0], read(`docs/api/${name}`)] as const);
  return Object.fromEntries(named) as Record<string, Json>;
};

// The last of those that write: it compares what all of them wrote with what was released.
write('docs/api/asyncapi.json', asyncapi());
write('docs/api/delivery.openapi.json', openapi(), 2);
const feed = 'test/fixtures/feed-schemas.json';
write(feed, nextFeed(read(feed) as ReleasedFeed));
const operations = 'test/fixtures/operations.json';
write(operations, nextOperations(read(operations) as ReleasedOperations, documents()));
