import fc from 'fast-check';
import {
  newTiles,
  parseTilePath,
  tileIn,
  tilePath,
  verifyConsistency,
  verifyInclusion,
  type Tile,
} from '#transparency';
import { OurLog, type Said } from './our-log.js';
import type { Answer } from './peer.js';

type Ask = (questions: readonly object[]) => Answer[];
const texts = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('base64'));
const hashes = (given: readonly string[] = []) => given.map((text) => Buffer.from(text, 'base64'));

/** Sizes with an index and an older size each: small ones, those about powers of two and of tiles, and any. */
export function samplePlaces(most: number, count: number, seed: number) {
  const near = fc
    .tuple(fc.integer({ min: 0, max: Math.floor(Math.log2(most)) }), fc.integer({ min: -1, max: 1 }))
    .map(([power, by]) => Math.min(most, Math.max(1, 2 ** power + by)));
  const size = fc.oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: 600 }), near);
  const place = fc
    .tuple(size, fc.nat(), fc.nat())
    .map(([of, a, b]) => ({ size: of, index: a % of, old: 1 + (b % of) }));
  return fc.sample(place, { numRuns: count, seed });
}

const asked = (said: Said) => {
  const base = { size: said.size, root: said.root.toString('base64') };
  return {
    inclusion: {
      ...base,
      op: 'inclusion',
      index: said.index,
      leaf: said.leaf.toString('base64'),
      proof: texts(said.record),
    },
    consistency: {
      ...base,
      op: 'consistency',
      old: said.old,
      oldRoot: said.oldRoot.toString('base64'),
      proof: texts(said.tree),
    },
  };
};

/** The same claims with one thing changed each, and whether our verifier takes them. */
function* changed(said: Said, at: number): Generator<{ question: object; ours: boolean }> {
  const more = [...said.record, said.root];
  const { inclusion, consistency } = asked(said);
  const claim = { index: said.index, size: said.size, root: said.root, leaf: said.leaf };
  yield { question: { ...inclusion, proof: texts(more) }, ours: verifyInclusion({ ...claim, proof: more }) };
  const index = at % said.size;
  yield { question: { ...inclusion, index }, ours: verifyInclusion({ ...claim, index, proof: said.record }) };
  const size = said.size + 1;
  yield { question: { ...inclusion, size }, ours: verifyInclusion({ ...claim, size, proof: said.record }) };
  const trees = { oldSize: said.old, oldRoot: said.oldRoot, size: said.size, root: said.root };
  const longer = [...said.tree, said.root];
  yield {
    question: { ...consistency, proof: texts(longer) },
    ours: verifyConsistency({ ...trees, proof: longer }),
  };
  const old = 1 + (at % said.size);
  yield {
    question: { ...consistency, old },
    ours: verifyConsistency({ ...trees, oldSize: old, proof: said.tree }),
  };
  const shorter = said.tree.slice(1);
  yield {
    question: { ...consistency, proof: texts(shorter) },
    ours: verifyConsistency({ ...trees, proof: shorter }),
  };
}

/** What was compared, and each thing in which Go and we differ. */
export interface Outcome {
  sizes: number;
  claims: number;
  refused: number;
  differences: string[];
}

/** Roots and proofs: ours equal Go's, Go takes ours, we take Go's, and of changed ones both think the same. */
export async function compareProofs(ask: Ask, log: OurLog, count: number, seed: number): Promise<Outcome> {
  const said: Said[] = [];
  for (const { size, index, old } of samplePlaces(log.most, count, seed))
    said.push(await log.say(size, index, old));
  const changes = said.flatMap((one, at) => [...changed(one, at * 7919)]);
  const questions = [
    { op: 'grow', size: log.most },
    ...said.map(({ size, index, old }) => ({ op: 'prove', size, index, old })),
    ...said.flatMap((one) => Object.values(asked(one))),
    ...changes.map(({ question }) => question),
  ];
  const answers = ask(questions).slice(1);
  const proved = answers.slice(0, count);
  const taken = answers.slice(count, 3 * count);
  const others = answers.slice(3 * count);
  const differences = [
    ...said.filter((one, at) => !isSame(one, proved[at])).map(({ size }) => `root or proof of ${size}`),
    ...taken.flatMap(({ ok, error }, at) =>
      ok ? [] : [`Go refused ${JSON.stringify(questions[count + 1 + at])}: ${error}`],
    ),
    ...others.flatMap(({ ok }, at) =>
      ok === changes[at]?.ours ? [] : [`changed: ${JSON.stringify(changes[at])}`],
    ),
  ];
  const refused = changes.filter(({ ours }) => !ours).length;
  return { sizes: count, claims: taken.length + others.length, refused, differences };
}

function isSame(said: Said, go: Answer | undefined): boolean {
  if (go?.root !== said.root.toString('base64')) return false;
  const { index, size, root, leaf, old: oldSize, oldRoot } = said;
  const [record, tree] = [hashes(go.record), hashes(go.tree)];
  return (
    texts(record).join() === texts(said.record).join() &&
    texts(tree).join() === texts(said.tree).join() &&
    verifyInclusion({ index, size, root, leaf, proof: record }) &&
    verifyConsistency({ oldSize, oldRoot, size, root, proof: tree })
  );
}

/** Older versions of Go name the tiles of every size on the way, from the old one on: of those, the last of each that is new. */
function widest(paths: readonly string[], old: number): string[] {
  const last = new Map<string, Tile>();
  for (const tile of paths.map(parseTilePath)) last.set(`${tile.level}/${tile.index}`, tile);
  const isNew = ({ level, index, width }: Tile) =>
    typeof level === 'number' && Math.floor(old / 256 ** level) - index * 256 < width;
  return [...last.values()].filter(isNew).map(tilePath);
}

/** Tiles: the same are new between two sizes, with the same bytes under the same paths. */
export function compareTiles(ask: Ask, log: OurLog, count: number, seed: number): Outcome {
  const places = samplePlaces(log.most, count, seed);
  const far = samplePlaces(2 ** 40, count, seed);
  const paths = places.map(({ size, index }) => tilePath(tileIn(size, 0, Math.floor(index / 256))));
  const answers = ask([
    { op: 'grow', size: log.most },
    ...paths.map((path) => ({ op: 'tile', path })),
    ...places.map(({ size, old }) => ({ op: 'newTiles', old, size })),
    ...far.map(({ size }) => ({ op: 'newTiles', old: size - 1, size })),
  ]).slice(1);
  const differences = [
    ...paths.filter((path, at) => answers[at]?.data !== log.bytesOf(parseTilePath(path)).toString('base64')),
    ...[...places, ...far.map(({ size }) => ({ size, old: size - 1 }))].flatMap(({ size, old }, at) => {
      const theirs = widest(answers[count + at]?.paths ?? [], old);
      const ours = newTiles(old, size).map(tilePath);
      return theirs.join() === ours.join()
        ? []
        : [`new tiles ${old} to ${size}: ${ours.join()} and ${theirs.join()}`];
    }),
  ];
  return { sizes: count, claims: answers.length, refused: 0, differences };
}
