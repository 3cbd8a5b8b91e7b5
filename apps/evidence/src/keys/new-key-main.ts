import { readConfig } from '#platform';
import { formatSignerKey, formatVerifierKey, newSignerKey, signatureType } from '#transparency';
import { originOf } from '../origin.js';

/** Prints a new key of the log, to be added to KYOGI_EVIDENCE_KEY_FILE: the first step of a rotation. */
const key = newSignerKey(
  originOf(readConfig({ DATABASE_URL: 'postgres://none', ...process.env })),
  signatureType.ed25519,
);
process.stderr.write(`Public: ${formatVerifierKey(key.verifier)}\n`);
process.stdout.write(`${formatSignerKey(key)}\n`);
