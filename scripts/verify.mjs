import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, projectRequire } from './support/project.mjs';
import { runMain, Stop } from './support/say.mjs';

const usage = `Checks a transparency log, or one proof of it, with nothing but public files and keys.

  node scripts/verify.mjs log <address or folder> --origin <name> --keys <file> [--witnesses <k>] [--known <checkpoint file>]...
  node scripts/verify.mjs proof <file> --entry <file> --origin <name> --keys <file> [--witnesses <k>] [--secret <file>] [--opening <file>]

  --keys       vkeys of the log and of its witnesses, past ones too, one a line
  --witnesses  how many witnesses must have signed (0)
  --known      a checkpoint kept from before: the log must still agree with it
  --secret     JSON {"salt": base64, "payload": …, "person": …}: whether the entry is of this content
  --opening    what the log opens of the entry to everybody: whether the entry is of it; prints what it says, one part a line

Prints one line, and what was opened. Exit code 0: OK. 1: not believed, with the first bad index where there is one.`;

/** @returns {typeof import('../libs/transparency/src/index.js')} */
function library() {
  try {
    return projectRequire(inRoot('dist/libs/transparency/src/index.js'));
  } catch {
    throw new Stop('Build it first: npm run build');
  }
}

const isAddress = (place) => /^https?:\/\//.test(place);

/** One public file of the log. @param {string} place address or folder @param {string} name */
async function fetchFile(place, name) {
  if (!isAddress(place)) return readFile(path.join(place, name));
  const response = await fetch(`${place.replace(/\/$/, '')}/${name}`, {
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A partial tile may have been removed once the full one is there. */
const tileReader =
  (place, { cutTile, tilePath, tileWidth }) =>
  async (tile) =>
    fetchFile(place, tilePath(tile)).catch(async (error) => {
      if (tile.width === tileWidth) throw error;
      const full = await fetchFile(place, tilePath({ ...tile, width: tileWidth })).catch(() => undefined);
      if (!full) throw error;
      return cutTile(tile, full);
    });

async function verifyLog(place, trust, known, lib) {
  const open = async (bytes) => lib.openCheckpoint((await bytes).toString(), trust);
  const present = await open(fetchFile(place, 'checkpoint'));
  const older = await Promise.all(known.map((file) => open(readFile(file))));
  const newest = Math.max(0, ...older.map(({ size }) => size));
  if (newest > present.size) return `BAD: ${present.size} entries, and there were ${newest} before`;
  const fault = await lib.auditLog([...older, present], tileReader(place, lib));
  if (!fault) return `OK: ${present.size} entries, seen by ${present.witnesses.length} witnesses`;
  const where =
    fault.to === fault.index + 1
      ? `index ${fault.index}`
      : `between index ${fault.index} and ${fault.to - 1}`;
  return `BAD: ${where}: ${fault.what}`;
}

async function verifyProof(file, trust, { entry, secret, opening }, lib) {
  if (!entry) throw new Stop('Which entry? --entry <file>');
  const bytes = await readFile(entry);
  const { index, checkpoint } = lib.verifyProof((await readFile(file)).toString(), bytes, trust);
  if (secret) {
    const { salt, payload, person } = JSON.parse((await readFile(secret)).toString());
    const isOf = lib.isOfLeaf(lib.parseLeaf(bytes), { salt: Buffer.from(salt, 'base64'), payload, person });
    if (!isOf) return `BAD: index ${index}: the entry is of another content`;
  }
  const ok = `OK: index ${index} of ${checkpoint.size} entries, seen by ${checkpoint.witnesses.length} witnesses`;
  if (!opening) return ok;
  const disclosure = lib.parseDisclosure(JSON.parse((await readFile(opening)).toString()));
  if (!lib.isDisclosedBy(lib.parseLeaf(bytes), disclosure))
    return `BAD: index ${index}: the entry is not of what was opened`;
  return [ok, ...disclosure.open.map(({ at, value }) => `${at} ${JSON.stringify(value)}`)].join('\n');
}

const options = /** @type {const} */ ({
  origin: { type: 'string' },
  keys: { type: 'string' },
  witnesses: { type: 'string', default: '0' },
  known: { type: 'string', multiple: true, default: [] },
  entry: { type: 'string' },
  secret: { type: 'string' },
  opening: { type: 'string' },
});

await runMain(async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [what, place] = positionals;
  if (!place || !values.origin || !values.keys || !['log', 'proof'].includes(what ?? ''))
    throw new Stop(usage);
  const lib = library();
  try {
    const keys = (await readFile(values.keys)).toString();
    const trust = lib.parseTrust(values.origin, keys, Number(values.witnesses));
    const line =
      what === 'log'
        ? await verifyLog(place, trust, values.known, lib)
        : await verifyProof(place, trust, values, lib);
    process.stdout.write(`${line}\n`);
    return line.startsWith('OK') ? 0 : 1;
  } catch (error) {
    if (!(error instanceof lib.Unsound)) throw error;
    process.stdout.write(`BAD: ${error.message}\n`);
    return 1;
  }
});
