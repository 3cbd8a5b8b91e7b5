import { compareProofs, compareTiles } from './cross-check.js';
import { OurLog } from './our-log.js';
import { buildPeer } from './peer.js';

const sizes = Number(process.env.SOAK_SIZES ?? 10_000);
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

describe(`beside golang.org/x/mod/sumdb, at length (SEED=${seed})`, () => {
  it(`nothing differs over ${sizes} sizes`, async () => {
    const peer = buildPeer();
    if (!peer) throw new Error('There is no `go`, or no golang-golang-x-mod-dev (Debian).');
    const log = new OurLog(200_000);
    await log.grow();
    const proofs = await compareProofs(peer.ask, log, sizes, seed);
    const tiles = compareTiles(peer.ask, log, sizes, seed);
    peer.close();
    console.log(
      `${sizes} sizes, ${proofs.claims} claims, ${proofs.refused} refused by both, ${tiles.claims} tiles`,
    );
    expect([...proofs.differences, ...tiles.differences]).toEqual([]);
  }, 600_000);
});
