import { emptyRoot, leafHash } from './hash.js';
import { Frontier } from './frontier.js';
import { consistencyProof, inclusionProof, rootOfEntries, treeRoot } from './tree.js';
import { hashesInMemory } from './testing.js';
import { verifyConsistency, verifyInclusion } from './verify.js';

/**
 * The reference tree of eight entries of the Certificate Transparency project
 * (google/certificate-transparency, merkletree tests; also transparency-dev/merkle, testonly).
 */
const hex = (text: string) => Buffer.from(text, 'hex');
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const leaves = entries.map(hex).map(leafHash);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map(hex);
const n = {
  l0: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  n23: '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  n4567: '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  l4: 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  n67: 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  n0123: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  n45: '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
};
const at = (size: number) => roots[size] as Buffer;

describe('the published vectors of RFC 6962', () => {
  it.each(roots.map((root, size) => [size, root] as const))(
    'give the root of %i entries',
    async (size, root) => {
      const frontier = Frontier.empty();
      for (const leaf of leaves.slice(0, size)) frontier.append(leaf);
      expect(rootOfEntries(entries.slice(0, size).map(hex))).toEqual(root);
      expect(frontier.root()).toEqual(root);
      expect(await treeRoot(size, hashesInMemory(leaves))).toEqual(root);
      expect(Frontier.parse(frontier.toString()).root()).toEqual(root);
    },
  );

  it('begin with the hash of nothing', () => expect(emptyRoot()).toEqual(roots[0]));

  it.each([
    [0, 1, []],
    [0, 8, [n.l0, n.n23, n.n4567]],
    [5, 8, [n.l4, n.n67, n.n0123]],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  ])('prove that entry %i is in %i', async (index, size, hashes) => {
    const proof = await inclusionProof(index, size, hashesInMemory(leaves));
    expect(proof).toEqual(hashes.map(hex));
    expect(verifyInclusion({ index, size, root: at(size), leaf: leaves[index] as Buffer, proof })).toBe(true);
  });

  it.each([
    [1, 1, []],
    [1, 8, [n.l0, n.n23, n.n4567]],
    [6, 8, [n.n45, n.n67, n.n0123]],
    [2, 5, [n.n23, n.l4]],
    [2, 8, [n.n23, n.n4567]],
  ])('prove that %i entries begin %i', async (oldSize, size, hashes) => {
    const proof = await consistencyProof(oldSize, size, hashesInMemory(leaves));
    expect(proof).toEqual(hashes.map(hex));
    expect(verifyConsistency({ oldSize, oldRoot: at(oldSize), size, root: at(size), proof })).toBe(true);
  });
});
