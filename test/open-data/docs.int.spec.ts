import { projectRoot } from '#platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headquarters } from '../../apps/headquarters/src/app';
import { TestApp } from '../support/app';
import { eventually } from '../support/eventually';

const text = readFileSync(join(projectRoot(), 'docs', 'open-data.md'), 'utf8');
const examples = [...text.matchAll(/^\s*(curl .*"\$REGISTER(.*?)".*)$/gm)].map(
  ([, line = '', path = '']) => ({
    path,
    headers: Object.fromEntries(
      [...line.matchAll(/-H "([\w-]+): ([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  }),
);

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start(headquarters);
  await eventually(async () => expect((await app.send('/open-data')).status).toBe(200), 30_000);
}, 90_000);
afterAll(() => app?.close());

describe('the page on open data', () => {
  it('has an example of every dataset and of the catalogue', () => {
    expect(examples.length).toBeGreaterThan(7);
    for (const name of ['guidelines', 'dossiers', 'decisions', 'dispositions', 'catalogue.jsonld'])
      expect(examples.some(({ path }) => path.startsWith(`/open-data/${name}`))).toBe(true);
  });

  it.each(examples)('has an example that works: $path', async ({ path, headers }) => {
    const answered = await app.send(path, { headers });
    expect(answered.status).toBe(200);
    const csv = path.includes('format=csv') || headers.Accept === 'text/csv';
    expect(answered.headers.get('content-type')).toContain(csv ? 'text/csv' : 'json');
  });
});
