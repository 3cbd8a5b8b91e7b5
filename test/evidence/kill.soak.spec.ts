import { killNotary } from './kill-notary';
import { LoggedLedger } from './ledger';

jest.setTimeout(1_800_000);

const kills = Number(process.env.SOAK_KILLS ?? 200);

describe('a notary that is killed with -9 hundreds of times', () => {
  it('leaves a log that goes on, in which everything that was ever said is still true', async () => {
    const ledger = await LoggedLedger.start();
    try {
      const { said, wrong } = await killNotary(ledger, kills);
      expect(wrong).toBeUndefined();
      for (const { size, root } of said) expect(root).toEqual(await ledger.rootOf(size));
      expect(new Set(said.map(({ size }) => size)).size).toBeGreaterThan(kills / 4);
    } finally {
      await ledger.close();
    }
  });
});
