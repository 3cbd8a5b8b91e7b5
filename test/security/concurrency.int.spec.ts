import { newKey, TestApp, type Answered } from '../support/app';
import { eventCount, initiativeAt, initiativeBody } from '../support/journey';

let app: TestApp;
let second: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  second = await TestApp.start(undefined, {}, app);
}, 60_000);
afterAll(async () => {
  await second?.close();
  await app?.close();
});

const revise = (
  door: TestApp,
  id: string,
  version: string | undefined,
  summary: string,
): Promise<Answered> => {
  const body = { type: 'initiative', head: { ...initiativeBody().head, summary } };
  return door.command('meti-desk', id, 'revise-dossier', body, { headers: { 'if-match': version } });
};

describe('the expected version', () => {
  it('must be said', async () => {
    const id = await initiativeAt(app, 'DRAFT');
    expect(await revise(app, id, undefined, 's')).toMatchObject({ status: 428 });
  });

  it('is refused when it is stale, with the current one as ETag', async () => {
    const id = await initiativeAt(app, 'DRAFT');
    const first = `"${await eventCount(app, id)}"`;
    const done = await revise(app, id, first, 'first');
    const stale = await revise(second, id, first, 'second');
    expect(stale).toMatchObject({ status: 412, json: { current: done.json.version } });
    expect(stale.headers.get('etag')).toBe(done.headers.get('etag'));
    expect(await revise(app, id, stale.headers.get('etag') ?? '', 'third')).toMatchObject({ status: 200 });
  });

  it('is refused when it lies in the future', async () => {
    const id = await initiativeAt(app, 'DRAFT');
    expect(await revise(app, id, '"999"', 's')).toMatchObject({ status: 412 });
  });

  it('lets exactly one of 200 updates at once through', async () => {
    const id = await initiativeAt(app, 'DRAFT');
    const version = `"${await eventCount(app, id)}"`;
    const doors = [app, second];
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => revise(doors[i % 2] ?? app, id, version, `text ${newKey()}`)),
    );
    const by = (status: number) => answers.filter((answer) => answer.status === status);
    expect([by(200).length, by(412).length]).toEqual([1, 199]);
    const etag = by(200)[0]?.headers.get('etag');
    expect(new Set(by(412).map(({ headers }) => headers.get('etag')))).toEqual(new Set([etag]));
  });

  it('gives each version to exactly one of ten writers that race for 200 updates', async () => {
    const id = await initiativeAt(app, 'DRAFT');
    let etag = `"${await eventCount(app, id)}"`;
    const successes: string[] = [];
    const write = async (door: TestApp, count: number) => {
      for (let done = 0; done < count;) {
        const from = etag;
        const answer = await revise(door, id, from, `text ${newKey()}`);
        expect([200, 412]).toContain(answer.status);
        etag = answer.headers.get('etag') ?? etag;
        if (answer.status === 412) continue;
        successes.push(from);
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, i) => write(i % 2 ? app : second, 20)));
    expect(successes).toHaveLength(200);
    expect(new Set(successes).size).toBe(200);
  }, 60_000);

  it('may be any with *: then all of 50 at once succeed, one after the other', async () => {
    const id = await initiativeAt(app, 'DRAFT');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => revise(i % 2 ? app : second, id, '*', `text ${newKey()}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(50);
  }, 60_000);
});
