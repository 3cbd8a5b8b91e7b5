import { pool } from '#platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { evidence } from '../../apps/evidence/src/app';
import { Disclosures } from '../../apps/evidence/src/http/disclosures';
import { actor, Given, Story } from '../headquarters/given-events';
import { TestApp } from '../support/app';
import { eventually } from '../support/eventually';

const REVISIONS = 40;

const folder = mkdtempSync(path.join(tmpdir(), 'kyogi-openings-'));
let log: TestApp;
let given: Given;
let notary: Pool;
let disclosures: Disclosures;
let read = 0;
beforeAll(async () => {
  log = await TestApp.start(evidence, { KYOGI_EVIDENCE_DIR: path.join(folder, 'log') });
  given = new Given(log.database.url);
  notary = pool(log.database.url, 'kyogi_notary', { size: 2 });
  // Counts the rows that it is answered.
  const counting = Object.create(notary, {
    query: {
      value: async (sql: string, values: unknown[]) => {
        const answer = await notary.query(sql, values);
        read += answer.rows.length;
        return answer;
      },
    },
  }) as Pool;
  disclosures = new Disclosures(counting);
}, 60_000);
afterAll(async () => {
  await notary?.end();
  await given?.end();
  await log?.close();
  rmSync(folder, { recursive: true });
});

const revised = (): Story => {
  const story = new Story('guideline', { lead: 'METI' }).drafted();
  for (let n = 0; n < REVISIONS; n++) story.revised({ title: { ja: `案${n}`, en: `Draft ${n}` } });
  return story;
};
const publish = (story: Story): Story =>
  story.add(
    {
      type: 'DossierPublished',
      data: { stage: 'PUBLISHED', url: 'https://x.example', language: 'ja', publishedOn: '2026-04-02' },
    },
    actor('HQ', 'SECR_DIRECTOR'),
  );

/** Tells a story and waits until the log has it. @returns the position of its last event */
const told = async (story: Story): Promise<number> => {
  const position = await given.tell(story);
  await eventually(async () => expect((await log.send(`/entry/${position}`)).status).toBe(200));
  return position;
};
const openedAt = async (position: number) => {
  read = 0;
  const opening = await disclosures.at(position);
  return { opening, read };
};

describe('who asks for openings without signing in', () => {
  it('does not have a dossier read of which nothing is public, however long it is', async () => {
    const position = await told(revised());
    const { opening, read: rows } = await openedAt(position);
    expect(opening).toBeUndefined();
    expect(rows).toBeLessThan(4);
  });

  it('has one that is public read once, and again when something was added to it', async () => {
    const story = publish(revised());
    const published = await told(story);
    const whole = await openedAt(published - 1);
    expect(whole.opening!.open.map(({ at }) => at)).toContain('/data/version/body/head/title/ja');
    expect(whole.read).toBeGreaterThan(REVISIONS);
    const again = await openedAt(published - 1);
    expect(again.opening).toEqual(whole.opening);
    expect(again.read).toBeLessThan(4);
    const second = await told(publish(story.revised({ title: { ja: '改訂', en: 'Revised' } })));
    const title = (await openedAt(second - 1)).opening!.open.find(({ at }) => at.endsWith('/title/en'));
    expect(title).toMatchObject({ value: 'Revised' });
  });
});
