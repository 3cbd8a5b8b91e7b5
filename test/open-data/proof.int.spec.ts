import { parseLeaf, parseTrust, verifyProof } from '#transparency';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidence } from '../../apps/evidence/src/app';
import { headquarters } from '../../apps/headquarters/src/app';
import { TestApp } from '../support/app';
import { eventually } from '../support/eventually';
import { guidelineAt } from '../support/journey';

interface Evidence {
  position: number;
  eventId: string;
  event: string;
  proof: string;
  entry: string;
}

const folder = mkdtempSync(path.join(tmpdir(), 'kyogi-open-data-'));
let intake: TestApp;
let log: TestApp;
let register: TestApp;
beforeAll(async () => {
  intake = await TestApp.start();
  log = await TestApp.start(evidence, { KYOGI_EVIDENCE_DIR: path.join(folder, 'log') }, intake);
  register = await TestApp.start(headquarters, { KYOGI_EVIDENCE_URL: log.url }, intake);
}, 90_000);
afterAll(async () => {
  await register?.close();
  await log?.close();
  await intake?.close();
  rmSync(folder, { recursive: true });
});

describe('an entry of the public register', () => {
  it('is checked by anybody against the log: its addresses lead to the fact, and the proof holds', async () => {
    const id = await guidelineAt(intake, 'IN_FORCE');
    const read = async (name: string): Promise<Record<string, Evidence & string>[]> =>
      (await register.send(`/open-data/${name}`)).json.items as never;
    await eventually(
      async () => expect(await read('guidelines')).toMatchObject([{ id, status: 'IN_FORCE' }]),
      30_000,
    );
    const [guideline] = await read('guidelines');
    const [decision] = await read('decisions');
    const claims = [guideline!.evidence, decision!.evidence, decision!.decision] as Evidence[];
    expect(claims.map(({ event }) => event)).toEqual([
      'DossierPublished',
      'DossierPublished',
      'DossierDecided',
    ]);
    for (const { position, eventId, event, proof, entry } of claims) {
      const receipt = await eventually(async () => {
        const answered = await fetch(proof);
        if (!answered.ok) throw new Error(`${proof}: ${answered.status}`);
        return answered.text();
      }, 30_000);
      const bytes = Buffer.from(await (await fetch(entry)).arrayBuffer());
      const trust = parseTrust('kyogi.example/japan', (await log.send('/keys')).text, 0);
      expect(verifyProof(receipt, bytes, trust).index).toBe(position - 1);
      expect(parseLeaf(bytes)).toMatchObject({ position, eventId, type: event, stream: id });
      // Another entry under the same proof would be noticed.
      const other = Buffer.from(bytes.toString().replace(event, 'DossierRepealed'));
      expect(() => verifyProof(receipt, other, trust)).toThrow();
    }
  });
});
