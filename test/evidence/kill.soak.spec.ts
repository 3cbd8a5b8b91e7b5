import { killNotary } from './kill-notary';
import { LoggedLedger } from './ledger';

jest.setTimeout(1_200_000);

describe('a notary that is killed with -9 two hundred times', () => {
  it('leaves a log that goes on, in which everything that was ever said is still true', async () => {
    const ledger = await LoggedLedger.start();
    try {
      const { said, wrong } = await killNotary(ledger, 200);
      expect(wrong).toBeUndefined();
      for (const { size, root } of said) expect(root).toEqual(await ledger.rootOf(size));
      expect(new Set(said.map(({ size }) => size)).size).toBeGreaterThan(50);
    } finally {
      await ledger.close();
    }
  });
});
