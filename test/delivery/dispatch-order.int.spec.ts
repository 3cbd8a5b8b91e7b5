import { randomOf } from '../headquarters/wander';
import { eventually } from '../support/eventually';
import { Chain, PatientConsumer } from './chain';
import type { Answer, Got, Hook } from './hook';
import { dossiers, HookDesk } from './hook-desk';

const seed = Number(process.env.KYOGI_SEED ?? Date.now() % 1_000_000);
const hour = 3_600_000;

let desk: HookDesk;
beforeAll(async () => {
  desk = await HookDesk.open(5, { WEBHOOK_TIMEOUT_MS: '400' });
  desk.clock.stand();
}, 90_000);
afterAll(() => desk?.close());

/** One in five fails, one in twenty says nothing, one in ten takes its time. */
const capricious = (random: () => number) => (): Answer => {
  const dice = random();
  if (dice < 0.2) return 500;
  if (dice < 0.25) return 'hang';
  return dice < 0.35 ? { status: 204, afterMs: 60 } : 204;
};

/** Takings that came before an earlier one of their dossier. */
const inversionsIn = (hook: Hook): number => {
  const last = new Map<string, number>();
  return hook.taken.filter(({ key, seq }) => {
    const before = last.get(key) ?? 0;
    last.set(key, Math.max(before, seq));
    return seq < before;
  }).length;
};

const sent = async (mode: string, count: number): Promise<Hook> => {
  const random = randomOf(seed);
  const { hook, announce } = await desk.hook(mode);
  hook.answer = capricious(random);
  const keys = dossiers(50);
  await announce(Array.from({ length: count }, () => keys[Math.floor(random() * 50)]!));
  await eventually(
    () => {
      desk.clock.standAt(new Date(desk.clock.now().getTime() + hour));
      expect(hook.taken.length).toBe(count);
    },
    30_000,
    100,
  );
  return hook;
};

describe(`the order of webhooks (seed ${seed})`, () => {
  it('is kept within each of 50 dossiers, whatever fails, is late or says nothing', async () => {
    expect(inversionsIn(await sent('strict', 400))).toBe(0);
  }, 40_000);

  it('would not be without head of line', async () => {
    expect(inversionsIn(await sent('parallel', 400))).toBeGreaterThan(0);
  }, 40_000);

  it('holds up one bad dossier and no other', async () => {
    const { id, hook, announce } = await desk.hook();
    const [bad, ...good] = dossiers(20) as [string, ...string[]];
    hook.answer = ({ key }) => (key === bad ? 'hang' : 204);
    for (let round = 0; round < 10; round += 1) await announce([bad, ...good, bad, bad]);
    await eventually(
      () => {
        desk.clock.standAt(new Date(desk.clock.now().getTime() + 5_000));
        expect(hook.taken.length).toBe(190);
      },
      20_000,
      100,
    );
    const tried = hook.got.filter(({ key }) => key === bad);
    expect(new Set(tried.map(({ seq }) => seq)).size).toBeLessThanOrEqual(1);
    hook.answer = () => 204;
    await eventually(() => {
      desk.clock.standAt(new Date(desk.clock.now().getTime() + hour));
      expect(hook.taken.length).toBe(220);
    }, 20_000);
    expect(inversionsIn(hook)).toBe(0);
    await eventually(async () =>
      expect([await desk.troubled(id), (await desk.cursor(id)).settled]).toEqual([[], 220]),
    );
  }, 50_000);
});

describe(`a consumer whose proxy takes deliveries and loses them (seed ${seed})`, () => {
  it('notices every one at a later delivery, and raises no false alarm', async () => {
    const random = randomOf(seed + 1);
    const { hook, announce } = await desk.hook();
    const chain = new Chain();
    const patient = new PatientConsumer();
    const dropped = new Set<number>();
    let drops: number | undefined;
    hook.answer = (got: Got) => {
      if (got.seq === drops) {
        dropped.add(got.seq);
        return 204;
      }
      if (random() < 0.1) return 500;
      chain.take(got);
      patient.take(got);
      return 204;
    };
    const keys = dossiers(6);
    let told = 0;
    for (let round = 0; round < 15; round += 1) {
      drops = told + 1 + Math.floor(random() * 20);
      await announce(Array.from({ length: 20 }, (_, i) => keys[i % 6]!));
      told += 20;
      await eventually(() => {
        desk.clock.standAt(new Date(desk.clock.now().getTime() + hour));
        expect(hook.taken.length).toBe(told);
      }, 20_000);
    }
    expect(dropped.size).toBe(15);
    drops = undefined;
    await eventually(async () => {
      desk.clock.standAt(new Date(desk.clock.now().getTime() + hour));
      await announce([keys[0]!]);
      expect(chain.lost.toSorted((a, b) => a - b)).toEqual([...dropped].sort((a, b) => a - b));
    }, 20_000);
    // Waiting for the next number it sits at the first that was lost, and knows of no other.
    expect(patient.waitsFor).toBe(Math.min(...dropped));
  }, 60_000);
});
