import { parseVerifierKey, signatureType, Unsound, type VerifierKey } from '#transparency';
import { ConfigError, type Config } from '#platform';

/** A witness: who it is, and where it takes checkpoints (C2SP tlog-witness). */
export interface WitnessAddress {
  key: VerifierKey;
  url: string;
}

function witnessOf(line: string): WitnessAddress {
  const [vkey = '', url = '', ...more] = line.split(/\s+/);
  const key = parseVerifierKey(vkey);
  if (key.type !== signatureType.cosignature || more.length > 0 || !/^https?:\/\//.test(url))
    throw new Unsound('not `<vkey of a witness> <address>`');
  return { key, url: url.replace(/\/$/, '') };
}

/** The witnesses of the settings. Throws ConfigError. */
export function witnessesOf({ KYOGI_WITNESSES, KYOGI_WITNESS_QUORUM: quorum }: Config): WitnessAddress[] {
  const lines = KYOGI_WITNESSES.split(/[,\n]/).map((line) => line.trim());
  try {
    const witnesses = lines.filter((line) => line !== '').map(witnessOf);
    const names = new Set(witnesses.map(({ key }) => key.name));
    const raw = new Set(witnesses.map(({ key }) => key.publicKey.toString('hex')));
    if (Math.min(names.size, raw.size) < witnesses.length) throw new Unsound('a witness is named twice');
    if (quorum > names.size) throw new Unsound(`${names.size} are named, and ${quorum} must cosign`);
    return witnesses;
  } catch (error) {
    if (error instanceof Unsound) throw new ConfigError(`KYOGI_WITNESSES does not fit: ${error.message}`);
    throw error;
  }
}
