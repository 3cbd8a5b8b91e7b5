import { isOfLeaf, openCheckpoint, parseLeaf, parseTrust, verifyProof } from '#transparency';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidence } from '../../apps/evidence/src/app';
import { headquarters } from '../../apps/headquarters/src/app';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { guidelineAt, initiativeAt } from '../support/journey';

jest.setTimeout(60_000);

let intake: TestApp;
let log: TestApp;
const folder = mkdtempSync(path.join(tmpdir(), 'kyogi-door-'));
const settings = { KYOGI_EVIDENCE_DIR: path.join(folder, 'log') };
const origin = 'kyogi.example/japan';

beforeAll(async () => {
  intake = await TestApp.start();
  log = await TestApp.start(evidence, settings, intake);
});
afterAll(async () => {
  await log.close();
  await intake.close();
  rmSync(folder, { recursive: true });
});

const trust = async () => parseTrust(origin, (await log.send('/keys')).text, 0);

interface Known {
  eventId: string;
  position: number;
}

const eventOf = async (dossierId: string, type: string): Promise<Known> => {
  const rows = await query(
    intake.database.url,
    `SELECT e.event_id AS "eventId", l.position::int FROM events e JOIN event_log l ON l.event_id = e.id
     WHERE e.stream_id = $1 AND e.type = $2`,
    [dossierId, type],
  );
  expect(rows).toHaveLength(1);
  return rows[0] as unknown as Known;
};
const published = (position: number) =>
  eventually(async () => {
    const { size } = openCheckpoint((await log.send('/checkpoint')).text, await trust());
    expect(size).toBeGreaterThanOrEqual(position);
  });
const allPublished = async () => {
  const [head] = await query(intake.database.url, 'SELECT n::int FROM log_head');
  await published(head?.n as number);
};

describe('the transparency log', () => {
  it('proves a decision to whoever has its receipt, whom it concerns reads what it says, and the sheet leads there', async () => {
    const dossier = await guidelineAt(intake, 'IN_FORCE');
    const { eventId, position } = await eventOf(dossier, 'DossierDecided');
    await published(position);
    const found = await log.send(`/v1/evidence/${eventId}`);
    expect(found.json).toEqual({
      ...{ eventId, position, published: true },
      ...{ proof: `/proof/${position}.tlog-proof`, entry: `/entry/${position}` },
    });
    const [proof, entry] = await Promise.all([log.send(found.json.proof), log.send(found.json.entry)]);
    expect(proof.headers.get('cache-control')).toContain('immutable');
    expect(verifyProof(proof.text, Buffer.from(entry.text), await trust()).index).toBe(position - 1);
    const opening = await log.send(`/v1/evidence/${eventId}/opening`, {
      token: await intake.tokenOf('hq-director'),
    });
    const leaf = parseLeaf(Buffer.from(entry.text));
    const { salt, payload, person } = opening.json as { salt: string; payload: unknown; person: string };
    expect(leaf.type).toBe('DossierDecided');
    expect(isOfLeaf(leaf, { salt: Buffer.from(salt, 'base64'), payload, person })).toBe(true);
    expect(person).toBe('hq-director');

    const reading = await TestApp.start(headquarters, { KYOGI_EVIDENCE_URL: 'https://log.example/' }, intake);
    try {
      const token = await intake.tokenOf('meti-desk');
      const headers = { 'min-position': String(position) };
      const sheet = await eventually(async () => {
        const answer = await reading.send(`/v1/dossiers/${dossier}/consultation`, { token, headers });
        expect(answer.status).toBe(200);
        return answer.json;
      });
      expect(sheet.receipt).toEqual({
        position,
        proof: `https://log.example/proof/${position}.tlog-proof`,
        entry: `https://log.example/entry/${position}`,
      });
      const page = await reading.send(`/v1/dossiers/${dossier}/consultation.html`, { token, headers });
      expect(page.text).toContain(`<a href="https://log.example/proof/${position}.tlog-proof">`);
    } finally {
      await reading.close();
    }
  });

  it('proves any other event on demand, and says when it is asked too early', async () => {
    const dossier = await initiativeAt(intake, 'DRAFT');
    const { position } = await eventOf(dossier, 'DossierDrafted');
    await published(position);
    const proof = await log.send(`/proof/${position}.tlog-proof`);
    expect(proof.headers.get('cache-control')).toBe('public, max-age=60');
    const entry = Buffer.from((await log.send(`/entry/${position}`)).text);
    expect(verifyProof(proof.text, entry, await trust()).index).toBe(position - 1);
    const { status, json } = await log.send('/proof/9000000.tlog-proof');
    expect([status, json.detail]).toEqual([404, expect.stringContaining('ask again in a moment')]);
  });

  it('opens an entry to the organ that acted and to the secretariat when it was told, and to nobody else', async () => {
    const dossier = await initiativeAt(intake, 'FILED');
    const [draft, filed] = await Promise.all([
      eventOf(dossier, 'DossierDrafted'),
      eventOf(dossier, 'DossierFiled'),
    ]);
    await published(filed.position);
    const status = async (event: Known, person?: string) =>
      (
        await log.send(`/v1/evidence/${event.eventId}/opening`, {
          token: person && (await intake.tokenOf(person)),
        })
      ).status;
    expect(await status(filed)).toBe(401);
    for (const person of ['meti-desk', 'meti-liaison']) expect(await status(draft, person)).toBe(200);
    expect(await status(filed, 'hq-intake')).toBe(200);
    // How a text came about stays in the ministry, though the text was filed.
    expect(await status(draft, 'hq-intake')).toBe(404);
    for (const event of [draft, filed]) expect(await status(event, 'mic-liaison')).toBe(404);
    expect(await status({ ...filed, eventId: 'x' }, 'meti-desk')).toBe(404);
    expect(await status({ ...filed, eventId: '00000000-0000-4000-8000-000000000000' }, 'meti-desk')).toBe(
      404,
    );
  });

  it('serves files with ETag and open to scripts of any site, and nothing else of its folder', async () => {
    const first = await log.send('/checkpoint');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = await log.send('/checkpoint', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([again.status, again.text]).toEqual([304, '']);
    const { size } = openCheckpoint(first.text, await trust());
    const tile = await fetch(`${log.url}/tile/0/000.p/${size}`);
    expect((await tile.arrayBuffer()).byteLength).toBe(size * 32);
    for (const address of [
      '/signed',
      '/tile/../signed',
      '/tile/0/999',
      '/tile/0/000.p/0',
      '/entry/0',
      '/proof/../signed',
      '/tile/0/%2e%2e%2f..%2fsigned',
    ])
      expect([address, (await log.send(address)).status]).toEqual([address, 404]);
  });

  it('lets one of two processes work, and the other go on when it ends', async () => {
    const other = await TestApp.start(evidence, settings, intake);
    const steps = async (app: TestApp) =>
      Number(/steps_total\{step="published"\} (\d+)/.exec((await app.send('/metrics')).text)?.[1] ?? 0);
    const before = await steps(log);
    await initiativeAt(intake, 'DRAFT');
    await allPublished();
    expect([(await steps(log)) > before, await steps(other)]).toEqual([true, 0]);
    const gone = log;
    log = other;
    await gone.close();
    await initiativeAt(intake, 'DRAFT');
    await allPublished();
    expect(await steps(other)).toBeGreaterThan(0);
    expect((await other.send('/health/ready')).json.status).toBe('ready');
  });

  it('limits how much one address asks for', async () => {
    const narrow = await TestApp.start(evidence, { ...settings, EVIDENCE_PER_ADDRESS: '3' }, intake);
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await narrow.send('/checkpoint'));
    await narrow.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});
