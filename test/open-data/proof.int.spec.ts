import { isDisclosedBy, parseDisclosure, parseLeaf, parseTrust, verifyProof } from '#transparency';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidence } from '../../apps/evidence/src/app';
import { headquarters } from '../../apps/headquarters/src/app';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { guidelineAt, initiativeAt } from '../support/journey';

interface Evidence {
  position: number;
  eventId: string;
  event: string;
  proof: string;
  entry: string;
  opening: string;
}

type Members = { [name: string]: Members & string };

/** What an opening says, put together again. */
const said = (open: { at: string; value: unknown }[]): Members => {
  const whole: Members = {};
  for (const { at, value } of open) {
    const names = at.split('/').slice(1);
    const last = names.pop()!;
    let place = whole;
    for (const name of names) place = place[name] ??= {} as Members[string];
    place[last] = value as Members[string];
  }
  return whole;
};

const opened = async ({ opening, entry }: Evidence): Promise<Members> => {
  const leaf = parseLeaf(Buffer.from(await (await fetch(entry)).arrayBuffer()));
  const disclosure = parseDisclosure(await (await fetch(opening)).json());
  expect(isDisclosedBy(leaf, disclosure)).toBe(true);
  return said(disclosure.open);
};

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

type Entry = Record<string, unknown> & { evidence: Evidence; source: Evidence };
const first = async (dataset: string): Promise<Entry> =>
  ((await register.send(`/open-data/${dataset}`)).json.items as Entry[])[0]!;

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
    const claims = [guideline!.evidence, decision!.evidence, decision!.source] as Evidence[];
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

  it('says what the log recorded: the fact, the decision and the text are opened, and nothing else of them', async () => {
    const guideline = await first('guidelines');
    const whole = (await register.send(`/open-data/guidelines/${String(guideline.id)}`)).json;
    expect(await opened(guideline.evidence)).toEqual({ v: 1, data: (guideline.publications as object[])[0] });
    const decision = await first('decisions');
    const { body, decidedOn, reference, sha256 } = decision;
    expect(await opened(decision.source)).toEqual({ v: 1, data: { body, decidedOn, reference, sha256 } });
    const version = { ...(guideline.version as object), body: whole.text.body as object };
    expect(await opened(guideline.source)).toEqual({ v: 1, data: { version } });
    expect(version).toMatchObject({ sha256 });
  });

  it('is opened no further than the register goes, and not at all where it does not go', async () => {
    await initiativeAt(intake, 'FILED');
    const all = await query(
      intake.database.url,
      'SELECT l.position::int, e.type FROM events e JOIN event_log l ON l.event_id = e.id ORDER BY 1',
    );
    const open = [];
    for (const { position, type } of all)
      if ((await log.send(`/opening/${String(position)}`)).status === 200) open.push(type);
    expect(open).toEqual(['DossierDrafted', 'DossierDecided', 'DossierPublished']);
    for (const address of ['/opening/0', '/opening/x', '/opening/9000000'])
      expect((await log.send(address)).status).toBe(404);
  });

  it('is not opened any more once its words are erased', async () => {
    const { source } = await first('guidelines');
    const { position } = source;
    expect((await fetch(source.opening)).status).toBe(200);
    await query(intake.database.url, `UPDATE evidence.leaves SET salt = NULL WHERE position = ${position}`);
    expect((await fetch(source.opening)).status).toBe(404);
  });
});
