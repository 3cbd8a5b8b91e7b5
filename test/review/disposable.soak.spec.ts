import { dice, faultOf, runCases } from './faults.js';
import { hasRedis, OwnRedis } from './redis.js';

const CASES = Number(process.env.SOAK_CASES ?? 5_000);
const FAULTS = 100;

(hasRedis ? describe : describe.skip)('Redis is disposable (JQ-1, whole):', () => {
  let redis: OwnRedis;
  beforeAll(async () => {
    redis = await OwnRedis.start();
  });
  afterAll(() => redis?.close());

  it(`${CASES} cases with ${FAULTS} faults of Redis end exactly as without any`, async () => {
    const settings = { cases: CASES, redis, waitMs: 900_000 };
    const calm = await runCases({ ...settings, disturb: () => Promise.resolve() });
    const random = dice(20_260_401);
    const moments = new Set<number>();
    while (moments.size < FAULTS) moments.add(Math.floor(random() * (CASES + 10)));
    let faults = 0;
    const disturb = async (moment: number) => {
      if (moments.has(moment)) await faultOf(redis, faults++);
    };
    const disturbed = await runCases({ ...settings, disturb });
    expect(disturbed.hash).toBe(calm.hash);
    console.info(`slowest step under faults: ${disturbed.slowestStepSeconds.toFixed(1)} s`);
  }, 7_200_000);
});
