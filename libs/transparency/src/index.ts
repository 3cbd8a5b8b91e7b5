export { auditLog, type CheckLeaf, type Fault } from './audit.js';
export { Unsound } from './unsound.js';
export { emptyRoot, leafHash, sameHash } from './hash.js';
export { Frontier } from './frontier.js';
export { consistencyProof, inclusionProof, treeRoot, type ReadHashes } from './tree.js';
export { verifyConsistency, verifyInclusion, type Consistency, type Inclusion } from './verify.js';
export { newTiles, parseTilePath, tileIn, tilePath, tileWidth, type Tile } from './tile.js';
export { growTiles, hashesFromTiles, hashesInTile, type ReadTile, type WrittenTile } from './tile-hashes.js';
export { cutTile, maxEntry, readBundle, writeBundle } from './bundle.js';
export {
  formatSignerKey,
  formatVerifierKey,
  newSignerKey,
  parseSignerKey,
  parseVerifierKey,
  signatureType,
  type SignatureType,
  type SignerKey,
  type VerifierKey,
} from './key.js';
export { addSignature, openNote, parseNote, signatureLine, signNote, type Verified } from './note.js';
export { logKeysOf, parseTrust, parseVerifierKeys, type Trust } from './trust.js';
export { formatSubmission, parseSubmission, type Submission } from './submission.js';
export {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  type Believed,
  type Checkpoint,
} from './checkpoint.js';
export { formatProof, parseProof, verifyProof, type Proof, type Proven } from './proof.js';
export { isOfLeaf, leafBytes, leafOf, parseLeaf, type Leaf, type Secret } from './leaf.js';
export { disclose, isDisclosedBy, parseDisclosure, type Disclosure } from './disclosure.js';
export { canonical } from './parts.js';
