import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {
  disclose,
  formatCheckpoint,
  formatProof,
  formatVerifierKey,
  growTiles,
  hashesFromTiles,
  inclusionProof,
  leafBytes,
  leafHash,
  leafOf,
  newSignerKey,
  signatureType,
  signNote,
  tileIn,
  tilePath,
  treeRoot,
  writeBundle,
  type Tile,
} from '#transparency';

const origin = 'kyogi.example/ledger';
const log = newSignerKey(origin, signatureType.ed25519);
const witness = newSignerKey('meti.example', signatureType.cosignature);
const secretOf = (i: number) => ({
  salt: Buffer.alloc(16, i % 251),
  payload: { opinion: i },
  person: 'sato',
});
const entries = Array.from({ length: 700 }, (_, i) =>
  leafBytes(
    leafOf(
      {
        position: i + 1,
        eventId: `e${i}`,
        type: 'OpinionFiled',
        stream: 's',
        streamVersion: i + 1,
        time: 't',
      },
      secretOf(i),
    ),
  ),
);

/** Runs the program without anything in its environment that leads to a database. */
function verify(...args: string[]): Promise<{ code: number | null; line: string }> {
  const program = path.join(__dirname, '..', '..', 'scripts', 'verify.mjs');
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env.PATH } });
  let line = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (line += part.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, line: line.trim() })));
}

describe('the verifier', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kyogi-log-'));
  const at = (...parts: string[]) => path.join(folder, ...parts);
  const write = (name: string, bytes: Buffer | string) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), bytes);
    return at(name);
  };
  const readTile = (tile: Tile) => Promise.resolve(readFileSync(at(tilePath(tile))));
  const read = hashesFromTiles(entries.length, readTile);
  const trust = () => ['--origin', origin, '--keys', at('keys'), '--witnesses', '1'];
  const checkpointOf = async (size: number, root?: Buffer) =>
    signNote(
      formatCheckpoint({ origin, size, root: root ?? (await treeRoot(size, read)) }),
      [log, witness],
      1_800_000_000,
    );
  let server: Server;

  beforeAll(async () => {
    for (const { path: name, bytes } of await growTiles(0, entries.map(leafHash), readTile))
      write(name, bytes);
    for (let index = 0; index < 3; index += 1) {
      const tile = tileIn(entries.length, 'entries', index);
      write(tilePath(tile), writeBundle(entries.slice(index * 256, index * 256 + tile.width)));
    }
    write('keys', [log, witness].map(({ verifier }) => formatVerifierKey(verifier)).join('\n'));
    write('checkpoint', await checkpointOf(entries.length));
    write('older', await checkpointOf(300));
    server = createServer((request, response) => {
      try {
        response.end(readFileSync(at(request.url ?? '')));
      } catch {
        response.writeHead(404).end();
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('believes a log that is what its checkpoint says, from a folder and over HTTP', async () => {
    const said = { code: 0, line: 'OK: 700 entries, seen by 1 witnesses' };
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect(await verify('log', folder, ...trust(), '--known', at('older'))).toEqual(said);
    expect(await verify('log', address, ...trust())).toEqual(said);
    const unseen = await verify('log', folder, ...trust().with(-1, '2'));
    expect(unseen).toEqual({ code: 1, line: 'BAD: the list has 1 witnesses and 2 must sign' });
  });

  it('names the first bad index of a bundle that was edited', async () => {
    const name = 'tile/entries/001';
    const whole = readFileSync(at(name));
    write(name, Buffer.from(whole.toString('latin1').replace('"e400"', '"e4OO"'), 'latin1'));
    const said = await verify('log', folder, ...trust());
    write(name, whole);
    expect(said).toEqual({ code: 1, line: 'BAD: index 400: the entry is not that of its hash' });
  });

  it('refuses a log that was signed anew with its real key, beside a checkpoint from before', async () => {
    const whole = readFileSync(at('checkpoint'), 'utf8');
    write('checkpoint', await checkpointOf(entries.length, leafHash(Buffer.from('another past'))));
    const forked = await verify('log', folder, ...trust(), '--known', at('older'));
    write('checkpoint', await checkpointOf(200));
    const shorter = await verify('log', folder, ...trust(), '--known', at('older'));
    write('checkpoint', whole);
    expect(forked).toEqual({
      code: 1,
      line: 'BAD: between index 300 and 699: the root of 700 entries is another',
    });
    expect(shorter).toEqual({ code: 1, line: 'BAD: 200 entries, and there were 300 before' });
  });

  it('checks a receipt offline, with its content and after the content was erased', async () => {
    const hashes = await inclusionProof(41, 700, read);
    const proof = write(
      'receipt',
      formatProof({ index: 41, hashes, checkpoint: readFileSync(at('checkpoint'), 'utf8') }),
    );
    const entry = write('entry', entries[41] as Buffer);
    const said = { code: 0, line: 'OK: index 41 of 700 entries, seen by 1 witnesses' };
    const { salt, payload, person } = secretOf(41);
    const secret = write('secret', JSON.stringify({ salt: salt.toString('base64'), payload, person }));
    expect(await verify('proof', proof, '--entry', entry, ...trust(), '--secret', secret)).toEqual(said);
    rmSync(secret);
    expect(await verify('proof', proof, '--entry', entry, ...trust())).toEqual(said);
    write('secret', JSON.stringify({ salt: salt.toString('base64'), payload: { opinion: 42 }, person }));
    expect((await verify('proof', proof, '--entry', entry, ...trust(), '--secret', secret)).line).toMatch(
      /^BAD: index 41/,
    );
    write('entry', entries[42] as Buffer);
    expect((await verify('proof', proof, '--entry', entry, ...trust())).line).toMatch(
      /^BAD: the entry is not at/,
    );
  });

  it('prints what was opened of an entry to everybody, when the entry is of it', async () => {
    const hashes = await inclusionProof(41, 700, read);
    const checkpoint = readFileSync(at('checkpoint'), 'utf8');
    const proof = write('receipt', formatProof({ index: 41, hashes, checkpoint }));
    const entry = write('entry', entries[41] as Buffer);
    const { payload } = secretOf(41);
    const disclosure = disclose(secretOf(41), payload);
    const opening = write('opening', JSON.stringify(disclosure));
    const check = () => verify('proof', proof, '--entry', entry, ...trust(), '--opening', opening);
    const line = `OK: index 41 of 700 entries, seen by 1 witnesses\n/opinion ${JSON.stringify(payload.opinion)}`;
    expect(await check()).toEqual({ code: 0, line });
    const [part] = disclosure.open;
    write('opening', JSON.stringify({ ...disclosure, open: [{ ...part, value: 'another' }] }));
    const line2 = 'BAD: index 41: the entry is not of what was opened';
    expect(await check()).toEqual({ code: 1, line: line2 });
    write('opening', '{}');
    expect(await check()).toEqual({ code: 1, line: 'BAD: this is no disclosure' });
  });

  it('says how it is used when it is not told what to check', async () => {
    expect(await verify()).toMatchObject({ code: 1, line: expect.stringContaining('--witnesses') });
  });
});
