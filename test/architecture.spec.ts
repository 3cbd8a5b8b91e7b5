import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What each part may import: strictly downward, never sideways. */
const arrows: Record<string, string[]> = {
  'libs/contracts': [],
  'libs/domain': ['contracts'],
  'libs/transparency': [],
  'libs/client': [],
  'libs/sight': ['contracts'],
  'libs/platform': ['contracts'],
  'libs/event-store': ['platform', 'contracts'],
  'libs/identity': ['platform', 'contracts'],
  'libs/commands': ['domain', 'event-store', 'identity', 'platform', 'contracts'],
  'libs/messaging': ['event-store', 'platform', 'contracts'],
  'apps/intake': ['client', 'commands', 'identity', 'platform', 'contracts'],
  'apps/review': ['commands', 'messaging', 'domain', 'event-store', 'platform', 'contracts'],
  'apps/delivery': ['sight', 'commands', 'domain', 'event-store', 'identity', 'platform', 'contracts'],
  'apps/evidence': ['transparency', 'sight', 'event-store', 'identity', 'platform', 'contracts'],
  'apps/headquarters': ['sight', 'messaging', 'domain', 'event-store', 'identity', 'platform', 'contracts'],
};

/** What headquarters may not take from the domain: it folds, compares and measures, and never decides. */
const decisions = ['decide', 'decideGrant', 'decideRevoke', 'react', 'dutyOf'];

const root = path.join(__dirname, '..');
const partsOnDisk = ['apps', 'libs'].flatMap((kind) =>
  readdirSync(path.join(root, kind)).map((name) => `${kind}/${name}`),
);

const sources = (part: string): string[] =>
  readdirSync(path.join(root, part, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(\.spec|testing)\.ts$/.test(file))
    .map((file) => path.join(part, 'src', file));

/** Faults of one file: a forbidden arrow, or a relative path that leaves its part. */
const faults = (part: string, file: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import|require\()\s*'([^']+)'/g)].flatMap(([, target = '']) => {
    if (target.startsWith('#'))
      return arrows[part]?.includes(target.slice(1)) ? [] : [`${file} imports ${target}`];
    const leaves = target.startsWith('.') && !path.join(path.dirname(file), target).startsWith(`${part}/`);
    return leaves ? [`${file} leaves its part by ${target}`] : [];
  });

describe('the arrows between parts', () => {
  it('are declared for every part there is', () => {
    expect(Object.keys(arrows).sort()).toEqual(partsOnDisk.sort());
  });

  it.each(Object.keys(arrows))('point downward only in %s', (part) => {
    const found = sources(part).flatMap((file) =>
      faults(part, file, readFileSync(path.join(root, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it('would be missed by nobody: a forbidden import and an escape are found', () => {
    const text =
      "import { Execute } from '#commands';\nimport '../../../libs/domain/src/decide.js';\nimport { x } from '#platform';";
    expect(faults('apps/headquarters', 'apps/headquarters/src/x.ts', text)).toHaveLength(2);
  });

  it('let headquarters observe with the domain, and never decide', () => {
    const taken = sources('apps/headquarters').flatMap((file) =>
      [
        ...readFileSync(path.join(root, file), 'utf8').matchAll(/import (?:type )?{([^}]*)} from '#domain'/g),
      ].flatMap(([, names = '']) => names.split(',').map((name) => name.replace(/\btype\b/, '').trim())),
    );
    expect(taken.filter((name) => decisions.includes(name))).toEqual([]);
    expect(taken).toContain('evolve');
  });

  it('leave the domain without packages and without clocks', () => {
    const text = sources('libs/domain')
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join('\n');
    expect(text).not.toMatch(/from '(?![#.])/);
    expect(text).not.toMatch(/Date\.now|new Date\(\)|Math\.random|randomUUID/);
  });
});

describe('the evidence', () => {
  it('is checked with nothing but hashes, keys and canonical JSON, so that others can read all of it', () => {
    const text = sources('libs/transparency')
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join('\n');
    const taken = new Set([...text.matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => name));
    expect([...taken].sort()).toEqual(['canonicalize', 'node:crypto']);
  });
});

describe('the size of files', () => {
  it('stays within the budget: median at most 60 lines, none above 300', () => {
    const lengths = partsOnDisk
      .flatMap(sources)
      .map((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length);
    lengths.sort((a, b) => a - b);
    expect(lengths.at(-1)).toBeLessThanOrEqual(300);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
  });
});
