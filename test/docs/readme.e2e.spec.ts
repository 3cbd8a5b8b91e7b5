import { readFileSync } from 'node:fs';
import path from 'node:path';
import { paste } from '../support/paste';
import { TestSystem } from '../support/system';

const root = path.join(__dirname, '..', '..');
const blocks = [
  ...readFileSync(path.join(root, 'README.md'), 'utf8').matchAll(/```bash\n([\s\S]*?)```/g),
].map(([, text]) => text);

interface Board {
  cells: { stage: string }[];
}

describe('the filing in the README', () => {
  const system = new TestSystem();
  beforeAll(() => system.start(), 120_000);
  afterAll(() => system.stop(), 60_000);

  it('ends with a MUST that the text satisfies, an endorsed initiative and a decided guideline', async () => {
    const { urls, tokenUrl } = system.running;
    const output = await paste(blocks.join('\n'), root, {
      ...process.env,
      INTAKE: urls.intake,
      HQ: urls.headquarters,
      ISSUER: new URL(tokenUrl).origin,
      FEED: urls.delivery,
      LOG: urls.evidence,
      KYOGI_DATA: system.folder,
    });
    const refusals = [...output.matchAll(/"type":"[^"]*\/problems\/([a-z-]+)"/g)].map(([, type]) => type);
    expect([output, refusals]).toEqual([output, ['not-permitted', 'positions-missing', 'guard-refused']]);
    const board = await system.query<Board>(await system.token('hq-director'), '/v1/board');
    expect(JSON.stringify(board)).toContain('"ENDORSED_CONDITIONAL"');
    expect(JSON.stringify(board)).toContain('"DECIDED"');
    expect(output).toContain('ENDORSED_CONDITIONAL');
    expect(output).toContain('PPC#1 MUST CLOSED ADOPTED true');
    expect(output).toMatch(/^0 1 org\.kyogi\.[a-z-]+\.v1 [0-9A-Z]{26}$/m);
    expect(output).toMatch(/\/proof\/\d+\.tlog-proof/);
    expect(output).toMatch(/^OK: \d+ entries, seen by [23] witnesses$/m);
  }, 120_000);
});
