import { PageQuery } from '../../apps/headquarters/src/http/requests.js';
import { readTimeline } from '../../apps/headquarters/src/queries/timeline.js';
import { put } from '../../apps/headquarters/src/projections/memory.js';
import { readModels } from '../../apps/headquarters/src/projections/index.js';
import type { ReadModel } from '../../apps/headquarters/src/projections/read-model.js';
import {
  allGenerations,
  describeGenerations,
  makeLive,
} from '../../apps/headquarters/src/read-models/generation-rows.js';
import { eventually } from '../support/eventually';
import { query } from '../support/database';
import { Desk, secretariat } from './desk';
import { Story } from './given-events';
import { randomOf, wander } from './wander';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.close());

const ALL = readModels.map(({ name }) => name);
const second = ALL.map((name) => `${name}_2`).sort();
const caughtUp = (position: number) => desk.caughtUp(ALL, position);
const hashes = async () => Promise.all(ALL.map(async (name) => desk.hash(await desk.live(name))));
const liveGeneration = async (name: string) =>
  (await allGenerations(desk.projector)).find((one) => one.name === name && one.state === 'live')!.generation;

/** Builds every model anew and waits until the new generations are live. */
const rebuilt = async () => {
  for (const name of ALL) {
    const generation = await desk.generations.rebuild(name);
    await eventually(async () => expect(await liveGeneration(name)).toBe(generation), 40_000);
  }
};

describe('a rebuild', () => {
  it('gives every row as it was, human numbers and all', async () => {
    for (const story of wander(randomOf(7), 40)) await desk.given.tell(story);
    const position = await desk.given.number();
    await caughtUp(position);
    const before = await hashes();
    await rebuilt();
    await caughtUp(position);
    expect(await hashes()).toEqual(before);
    expect(before.join()).toContain('serials');
  });

  it('answers queries all the while, and never with an older state than before (ES-8)', async () => {
    const stories = wander(randomOf(8), 30);
    for (const story of stories) await desk.given.tell(story);
    const counts = { reads: 0, wentBack: 0 };
    let going = true;
    const reader = async () => {
      let last = 0;
      while (going) {
        const { position } = await desk.read(secretariat, ALL, (rows) =>
          rows('SELECT count(*) FROM dossiers, entries, items LIMIT 1'),
        );
        counts.reads += 1;
        if (position < last) counts.wentBack += 1;
        last = position;
      }
    };
    const writer = async () => {
      while (going) await desk.given.tell(new Story('initiative').filed());
    };
    const work = [reader(), reader(), writer()];
    const stop = rebuilt().finally(() => (going = false));
    await Promise.all([...work, stop]);
    expect(counts.wentBack).toBe(0);
    expect(counts.reads).toBeGreaterThan(50);
    await caughtUp(await desk.given.number());
    // The former generations are gone, tables and checkpoints too.
    await eventually(async () => {
      expect((await allGenerations(desk.projector)).map(({ generation }) => generation)).toEqual(
        ALL.map(() => 2),
      );
      const schemas = await query(
        desk.database.url,
        `SELECT nspname FROM pg_namespace WHERE nspname ~ '_[0-9]+$' AND nspname !~ '^pg_' ORDER BY 1`,
      );
      expect(schemas.map(({ nspname }) => nspname)).toEqual(second);
      const checkpoints = await query(desk.database.url, 'SELECT name FROM subscriptions ORDER BY 1');
      expect(checkpoints.map(({ name }) => name)).toEqual(second);
    });
  });

  it('of a model that is being built already is not begun twice', async () => {
    const [one, other] = await Promise.all([
      desk.generations.rebuild('inbox'),
      desk.generations.rebuild('inbox'),
    ]);
    expect(one).toBe(2);
    expect([2, 3]).toContain(other);
    expect(await desk.generations.rebuild('nonsense')).toBeUndefined();
  });

  it('comes with a new version of the program, and not with an old one', async () => {
    const newer = readModels.map((model): ReadModel =>
      model.name === 'timeline' ? { ...model, version: model.version + 1 } : model,
    );
    await desk.restart(newer);
    await eventually(async () => expect(await liveGeneration('timeline')).toBe(2));
    await desk.restart();
    await eventually(async () => expect(await desk.generations.areLive()).toBe(false));
    expect(await liveGeneration('timeline')).toBe(2);
  });

  it('of a release that could not end it is given up for the next release', async () => {
    const release = (version: number, works: boolean) =>
      readModels.map((model): ReadModel => {
        if (model.name !== 'timeline') return model;
        const project: ReadModel['project'] = works
          ? model.project
          : () => Promise.reject(new Error('cannot'));
        return { ...model, version: model.version + version, project };
      });
    const position = await desk.given.tell(new Story('initiative').filed());
    await caughtUp(position);
    await desk.restart(release(1, false));
    await eventually(async () => {
      const { items } = await describeGenerations(desk.projector);
      expect(items.find(({ generation }) => generation === 2)).toMatchObject({
        state: 'building',
        stopped: {},
      });
    });
    // Meanwhile the old generation answers, as of the position it had come to.
    expect(
      (await desk.read(secretariat, ['timeline'], (rows) => rows('SELECT 1 FROM entries'))).position,
    ).toBe(position);
    await desk.restart(release(2, true));
    await eventually(async () => expect(await liveGeneration('timeline')).toBe(3), 20_000);
    await eventually(async () => {
      const timelines = (await allGenerations(desk.projector)).filter(({ name }) => name === 'timeline');
      expect(timelines.map(({ generation, state }) => [generation, state])).toEqual([[3, 'live']]);
    });
  });

  it('is swapped in once: a second swap changes nothing', async () => {
    const [one] = await allGenerations(desk.projector);
    const again = desk.projector.transaction((tx) => makeLive(tx, one!));
    await expect(again).rejects.toThrow('is not being built any more');
    expect(await allGenerations(desk.projector)).toContainEqual({ ...one, state: 'live' });
  });

  it('goes past a long ledger in batches, saying how far it is', async () => {
    const seen: number[] = [];
    for (const story of wander(randomOf(9), 40)) await desk.given.tell(story);
    await desk.generations.rebuild('dossiers');
    await eventually(async () => {
      const { items } = await describeGenerations(desk.projector);
      const building = items.find((item) => item.name === 'dossiers' && item.generation === 2)!;
      seen.push(building.progress);
      expect(building.state).toBe('live');
    });
    expect(seen.at(-1)).toBe(100);
  });
});

describe('a poison event', () => {
  it('stops what cannot read it, loudly, while the others go on; a mended release resumes without a gap (ES-7)', async () => {
    const stopped: string[] = [];
    const broken = readModels.map((model): ReadModel =>
      model.name === 'timeline'
        ? {
            ...model,
            project: (event, tx, cabinet) =>
              event.type === 'DossierReturned'
                ? Promise.reject(new Error('cannot'))
                : model.project(event, tx, cabinet),
          }
        : model,
    );
    await desk.close();
    desk = await Desk.open({ onStopped: (name) => stopped.push(name) }, broken);
    const story = new Story('initiative').filed().returned();
    const poison = await desk.given.tell(story);
    const position = await desk.given.tell(story.revised().filed());
    await eventually(() => expect(stopped).toEqual(['timeline_1']), 20_000);
    await desk.read(secretariat, ['dossiers', 'inbox'], () => Promise.resolve(), position);
    const { items } = await describeGenerations(desk.projector);
    expect(items.find(({ name }) => name === 'timeline')).toMatchObject({
      position: poison - 1,
      stopped: { position: poison, error: 'cannot' },
    });
    await desk.restart(readModels);
    const read = await desk.read(
      secretariat,
      ['timeline'],
      (rows) => readTimeline(rows, story.id, PageQuery.parse({})),
      position,
    );
    expect(read.answer.items.map((item) => (item as unknown as { type: string }).type)).toEqual([
      'DossierFiled',
      'DossierReturned',
      'DossierFiled',
    ]);
  });

  it('whose row the database refuses is found among the events of its batch', async () => {
    const broken = readModels.map((model): ReadModel =>
      model.name === 'timeline'
        ? {
            ...model,
            project: async (event, tx, small) => {
              await model.project(event, tx, small);
              if (event.type !== 'DossierReturned') return;
              put(tx, { name: 'entries', key: ['position'] }, { position: event.position, dossier_id: null });
            },
          }
        : model,
    );
    await desk.generations.stop();
    const story = new Story('initiative').filed().returned();
    const poison = await desk.given.tell(story);
    await desk.given.tell(story.revised().filed());
    await desk.restart(broken);
    await eventually(async () => {
      const { items } = await describeGenerations(desk.projector);
      const timeline = items.find(({ name }) => name === 'timeline');
      expect(timeline).toMatchObject({ position: poison - 1, stopped: { position: poison } });
    });
    const rows = await query(desk.database.url, 'SELECT count(*)::int AS count FROM timeline_1.entries');
    expect(rows).toEqual([{ count: poison - 1 }]);
  });

  it('of a kind that nobody knows stops every model, since none may guess', async () => {
    const position = await desk.given.tellRaw('x', 'SomethingElse', {});
    await eventually(async () => {
      const { items } = await describeGenerations(desk.projector);
      expect(items.map(({ stopped }) => stopped?.position)).toEqual(ALL.map(() => position));
    });
  });
});
