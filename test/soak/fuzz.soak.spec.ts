import { fuzz } from '../security/fuzz';
import { TestApp } from '../support/app';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
}, 60_000);
afterAll(() => app?.close());

it('shows nothing of the inside in 5,000 random and broken requests, and answers none with 500', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const seen = await fuzz(app, 5_000, seed);
  process.stdout.write(`seed ${seed}: ${JSON.stringify(seen)}\n`);
  expect(Object.keys(seen).filter((status) => Number(status) >= 500)).toEqual([]);
}, 300_000);
