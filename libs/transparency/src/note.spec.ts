import { formatSignerKey, formatVerifierKey, newSignerKey, parseSignerKey, parseVerifierKey } from './key.js';
import { signatureType } from './key.js';
import { addSignature, openNote, parseNote, signNote } from './note.js';
import { Unsound } from './unsound.js';

/** The example of golang.org/x/mod/sumdb/note, which C2SP signed-note was written down from. */
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const skey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const signature =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const note = `${text}\n${signature}`;
const peter = parseVerifierKey(vkey);

describe('a signed note', () => {
  it('is signed and opened as in the published example, byte for byte', () => {
    const signer = parseSignerKey(skey);
    expect(signNote(text, [signer], 0)).toBe(note);
    expect(openNote(note, [peter])).toMatchObject({
      text,
      verified: [{ key: { name: 'PeterNeumann', id: 'c74f20a3' } }],
    });
    expect(formatVerifierKey(signer.verifier)).toBe(vkey);
    expect(formatSignerKey(signer)).toBe(skey);
  });

  it('is opened when unknown keys have signed too, even under a known name or a known id', () => {
    const other = newSignerKey('PeterNeumann', signatureType.ed25519);
    const stranger = newSignerKey('stranger', signatureType.ed25519);
    const unknown = '— PeterMensch x08goAAAAAAA\n';
    const signed = addSignature(addSignature(note, other, 0), stranger, 0) + unknown;
    expect(openNote(signed, [peter]).verified).toHaveLength(1);
    expect(openNote(signed, [peter, other.verifier]).verified).toHaveLength(2);
  });

  it('is refused when no known key has signed, or one signature under a known key is false', () => {
    const other = newSignerKey('other', signatureType.ed25519);
    const stolen = parseNote(note).signatures[0]?.signature ?? Buffer.alloc(0);
    const forged = `— other ${Buffer.concat([Buffer.from(other.verifier.id, 'hex'), stolen]).toString('base64')}\n`;
    expect(() => openNote(note, [other.verifier])).toThrow('no known key');
    expect(() => openNote(note, [])).toThrow(Unsound);
    expect(() => openNote(note + forged, [peter, other.verifier])).toThrow('signature of other is false');
    expect(openNote(note + forged, [peter]).verified).toHaveLength(1);
  });

  it.each([
    ['no text', ''],
    ['no signature', text],
    ['an empty list of signatures', `${text}\n`],
    ['no newline at its end', note.slice(0, -1)],
    ['another dash', note.replace('—', '-')],
    ['two spaces', note.replace('— ', '—  ')],
    ['a carriage return', note.replace('\n', '\r\n')],
    ['a tab', `\t${note}`],
    ['a space in a name', note.replace('— Peter', '— Peter ')],
    ['a wide space in a name', note.replace('— Peter', '— Peter\u3000')],
    ['a plus in a name', note.replace('— Peter', '— Pe+ter')],
    ['base64 without padding', note.replace('JnAM=', 'JnAM')],
    ['base64 with spare bits', note.replace('JnAM=', 'JnAN=')],
    ['base64 of the other alphabet', note.replace('x08go/', 'x08go_')],
    ['something after its base64', note.replace('JnAM=', 'JnAM= ')],
    ['another text', note.replace('answer', 'answers')],
    ['half a character', note.replace('answer', '\ud800')],
    ['a hundred and one signatures', note + signature.repeat(100)],
    ['a million characters', `${'x'.repeat(1_000_000)}\n${note}`],
  ])('is refused with %s', (_what, spoiled) => {
    expect(() => openNote(spoiled, [peter])).toThrow(Unsound);
  });

  it('is never signed over a text that could not be read back', () => {
    for (const bad of ['', 'no newline', 'a\tb\n', '\ud800\n'])
      expect(() => signNote(bad, [parseSignerKey(skey)], 0)).toThrow(RangeError);
  });
});

describe('a key', () => {
  it.each([
    vkey.slice(0, -1),
    vkey.replace('c74f20a3', 'c74f20a4'),
    vkey.replace('c74f20a3', 'C74F20A3'),
    vkey.replace('Peter', 'Pe ter'),
    vkey.replace('+ARpc', '+AhpC'),
    vkey.replace('10TW', '10TX'),
    `+${vkey}`,
    `${vkey}\n`,
    skey,
    '',
  ])('is not read from %j', (bad) => expect(() => parseVerifierKey(bad)).toThrow(Unsound));

  it.each([skey.slice(1), skey.replace('c74f', 'c74e'), skey.replace('HKDFz', 'HKDFy'), vkey, ''])(
    'that signs is not read from %j',
    (bad) => expect(() => parseSignerKey(bad)).toThrow(Unsound),
  );

  it('has another id for each kind of signature', () => {
    const witness = newSignerKey('witness.example', signatureType.cosignature);
    expect(parseSignerKey(formatSignerKey(witness)).verifier).toEqual(witness.verifier);
    expect(parseVerifierKey(formatVerifierKey(witness.verifier))).toEqual(witness.verifier);
    expect(() => newSignerKey('a name', signatureType.ed25519)).toThrow(Unsound);
  });
});

describe('a cosignature', () => {
  const witness = newSignerKey('witness.example/w1', signatureType.cosignature);
  const signed = addSignature(note, witness, 1_679_315_147);

  it('says when the witness saw the text', () => {
    expect(openNote(signed, [peter, witness.verifier]).verified).toMatchObject([
      { key: peter },
      { key: witness.verifier, time: 1_679_315_147 },
    ]);
  });

  it('is false with another time, another text, or as a plain signature', () => {
    const [, cosignature] = parseNote(signed).signatures;
    const bytes = cosignature?.signature ?? Buffer.alloc(0);
    const later = Buffer.from(bytes);
    later.writeBigUInt64BE(1_679_315_148n);
    const line = (name: string, id: string, made: Buffer) =>
      `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), made]).toString('base64')}\n`;
    const { name, id } = witness.verifier;
    for (const made of [later, bytes.subarray(8), Buffer.concat([bytes, Buffer.alloc(1)]), Buffer.alloc(1)])
      expect(() => openNote(`${text}\n${line(name, id, made)}`, [witness.verifier])).toThrow('is false');
    expect(() => openNote(signed.replace('answer', 'answers'), [witness.verifier])).toThrow('is false');
  });

  it('is that of the example of C2SP, by its signed message', () => {
    // The specification prints the message, not the key: so the message is verified with a key of ours.
    const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const plain = { ...witness, verifier: { ...witness.verifier, type: signatureType.ed25519 } };
    const [cosigned] = parseNote(signNote(body, [witness], 1_679_315_147)).signatures;
    const message = `cosignature/v1\ntime 1679315147\n${body}`;
    const [same] = parseNote(signNote(message, [plain], 0)).signatures;
    expect(cosigned?.signature.subarray(8)).toEqual(same?.signature);
    expect(cosigned?.signature.subarray(0, 8).toString('hex')).toBe('00000000641850cb');
  });
});
