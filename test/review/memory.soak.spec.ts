import { query } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { hasRedis, OwnRedis } from './redis.js';
import { Workshop } from './workshop.js';

(hasRedis ? describe : describe.skip)('a hundred thousand cases (JQ-5)', () => {
  it('take less than 64 MB of Redis, even when all of them are due within the hour', async () => {
    const redis = await OwnRedis.start();
    const shop = await Workshop.open();
    try {
      await query(
        shop.db.url,
        `INSERT INTO work_items (item_key, stream_id, kind, name, due_at)
         SELECT 'timer' || n, 's' || n, 'command', 'TickClock', now() + interval '30 minutes' FROM generate_series(1, 100000) n`,
      );
      const { hints } = await shop.bench({ redisUrl: redis.url });
      await eventually(async () => expect(await hints.depth()).toBeGreaterThanOrEqual(20_000), 300_000);
      const memory = await redis.ask((client) => client.info('memory'));
      const bytes = Number(/used_memory:(\d+)/.exec(memory)?.[1]);
      console.info(`Redis holds ${await hints.depth()} hints in ${(bytes / 2 ** 20).toFixed(1)} MB`);
      expect(bytes).toBeLessThan(64 * 2 ** 20);
      expect(await hints.depth()).toBeLessThanOrEqual(21_000);
    } finally {
      await shop.close();
      await redis.close();
    }
  }, 600_000);
});
