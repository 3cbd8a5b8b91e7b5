import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.js';
import { leafHash } from './hash.js';
import { formatVerifierKey, newSignerKey, signatureType, type SignerKey } from './key.js';
import { addSignature, signNote } from './note.js';
import { parseTrust } from './trust.js';
import { Unsound } from './unsound.js';

const origin = 'kyogi.example/ledger';
const root = leafHash(Buffer.from('a'));
const checkpoint = { origin, size: 7, root };
const body = formatCheckpoint(checkpoint);
const logKey = () => newSignerKey(origin, signatureType.ed25519);
const witness = (name: string) => newSignerKey(name, signatureType.cosignature);
const list = (...keys: SignerKey[]) => keys.map(({ verifier }) => formatVerifierKey(verifier)).join('\n');

describe('a checkpoint', () => {
  it('is read as it was written', () => {
    expect(parseCheckpoint(body)).toEqual(checkpoint);
    expect(parseCheckpoint(`${body}an extension\n`)).toEqual(checkpoint);
  });

  it.each([
    body.slice(0, -1),
    body.replace('\n7\n', '\n07\n'),
    body.replace('\n7\n', '\n+7\n'),
    body.replace('\n7\n', '\n7 \n'),
    body.replace('\n7\n', '\n-1\n'),
    body.replace('\n7\n', '\n9007199254740992\n'),
    body.replace('\n7\n', '\n99999999999999999999\n'),
    body.replace('\n7\n', '\n0\n'),
    body.replace('=', ''),
    body.replace(root.toString('base64'), root.subarray(1).toString('base64')),
    `\n${body}`,
    `${body}\n`,
    '',
  ])('is not read from %j', (bad) => expect(() => parseCheckpoint(bad)).toThrow(Unsound));
});

describe('a checkpoint that may be believed', () => {
  const [log, next] = [logKey(), logKey()];
  const [meti, mic, cao] = [witness('meti.example'), witness('mic.example'), witness('cao.example')];

  it('is signed by the log and by k of n witnesses', () => {
    const trust = parseTrust(origin, list(log, meti, mic, cao), 2);
    const one = addSignature(signNote(body, [log], 0), meti, 100);
    expect(() => openCheckpoint(one, trust)).toThrow('1 witnesses have signed where 2 must');
    expect(openCheckpoint(addSignature(one, cao, 101), trust)).toEqual({
      ...checkpoint,
      witnesses: [
        { name: 'meti.example', time: 100 },
        { name: 'cao.example', time: 101 },
      ],
    });
  });

  it('is not signed by witnesses alone, nor by one of them twice', () => {
    const trust = parseTrust(origin, list(log, meti, mic), 2);
    expect(() => openCheckpoint(signNote(body, [meti, mic], 100), trust)).toThrow('the log has not signed');
    const twice = addSignature(addSignature(signNote(body, [log], 0), meti, 100), meti, 101);
    expect(() => openCheckpoint(twice, trust)).toThrow('1 witnesses');
  });

  it('counts a witness once that has an old key and a new one', () => {
    const trust = parseTrust(origin, list(log, meti, witness('mic.example'), newMeti), 2);
    const both = signNote(body, [log, meti, newMeti], 100);
    expect(() => openCheckpoint(both, trust)).toThrow('1 witnesses');
  });

  it('is not that of another log, though a key of this one has signed it', () => {
    const other = formatCheckpoint({ ...checkpoint, origin: 'other.example/ledger' });
    expect(() => openCheckpoint(signNote(other, [log], 0), parseTrust(origin, list(log), 0))).toThrow(
      'other.example',
    );
  });

  it('stays verifiable with one list before, during and after the log has changed its key', () => {
    const trust = parseTrust(origin, `# since 2026\n${list(log)}\n\n# since 2027\n${list(next)}\n`, 0);
    for (const signers of [[log], [log, next], [next]])
      expect(openCheckpoint(signNote(body, signers, 0), trust).size).toBe(7);
    // Who has not yet heard of the new key can follow while both sign.
    expect(openCheckpoint(signNote(body, [log, next], 0), parseTrust(origin, list(log), 0)).size).toBe(7);
    expect(() => openCheckpoint(signNote(body, [next], 0), parseTrust(origin, list(log), 0))).toThrow(
      Unsound,
    );
  });

  const newMeti = witness('meti.example');
  it.each([
    ['without a key of the log', list(meti), 0],
    ['with more witnesses demanded than listed', list(log, meti), 2],
    ['with two keys of one witness where two must sign', list(log, meti, newMeti), 2],
    ['with a key twice', list(log, log), 0],
    ['with half a witness', list(log, meti), 0.5],
    ['with a line that is no key', `${list(log)}\nhello`, 0],
  ])('is not sought with a list %s', (_what, keys, k) => {
    expect(() => parseTrust(origin, keys, k)).toThrow(Unsound);
  });
});
