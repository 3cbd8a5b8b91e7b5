import { killNotary } from './kill-notary';
import { LoggedLedger } from './ledger';

jest.setTimeout(120_000);

// TL-5; hundreds of kills are in kill.soak.spec.ts.
describe('a notary that is killed with -9 in mid-work', () => {
  it('leaves a log that goes on, in which everything that was ever said is still true', async () => {
    const ledger = await LoggedLedger.start();
    try {
      const { said, wrong } = await killNotary(ledger, 2);
      expect(wrong).toBeUndefined();
      for (const { size, root } of said) expect(root).toEqual(await ledger.rootOf(size));
      // Some of it was said before the end.
      expect(new Set(said.map(({ size }) => size)).size).toBeGreaterThan(1);
    } finally {
      await ledger.close();
    }
  });
});
