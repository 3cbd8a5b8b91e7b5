import { dice, faultOf, runCases } from './faults.js';
import { hasRedis, OwnRedis } from './redis.js';

(hasRedis ? describe : describe.skip)('Redis is disposable (JQ-1):', () => {
  let redis: OwnRedis;
  beforeAll(async () => {
    redis = await OwnRedis.start();
  });
  afterAll(() => redis?.close());

  it('forty cases with ten faults of Redis end exactly as without any', async () => {
    const settings = { cases: 40, redis, waitMs: 60_000 };
    const calm = await runCases({ ...settings, disturb: () => Promise.resolve() });
    const random = dice(20_260_401);
    const moments = new Set<number>();
    while (moments.size < 10) moments.add(Math.floor(random() * 50));
    let faults = 0;
    const disturb = async (moment: number) => {
      if (moments.has(moment)) await faultOf(redis, faults++);
    };
    const disturbed = await runCases({ ...settings, disturb });
    expect(faults).toBe(10);
    expect(disturbed.hash).toBe(calm.hash);
    expect(disturbed.slowestStepSeconds).toBeLessThan(30);
  }, 180_000);
});
