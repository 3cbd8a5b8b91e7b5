import { auditLog, openCheckpoint, Unsound, type Believed, type ReadTile, type Trust } from '#transparency';
import { Alarming } from './alarm.js';
import { Chain } from './chain.js';

function believedOf(notes: readonly string[], trust: Trust): Believed[] {
  return notes.flatMap((note) => {
    try {
      return [openCheckpoint(note, trust)];
    } catch (error) {
      if (error instanceof Unsound) return [];
      throw error;
    }
  });
}

/** Reads all of a log anew, under every checkpoint it ever showed; what is wrong is thrown as an alarm. */
export async function auditWhole(notes: readonly string[], trust: Trust, tiles: ReadTile): Promise<void> {
  const chain = new Chain({ streams: new Map(), time: 0 });
  try {
    const fault = await auditLog(believedOf(notes, trust), tiles, (leaf) => chain.follow(leaf));
    if (fault)
      throw new Alarming({
        kind: 'bad-entry',
        what: `index ${fault.index}: ${fault.what}`,
        index: fault.index,
      });
  } catch (error) {
    if (error instanceof Unsound) throw new Alarming({ kind: 'fork', what: error.message });
    throw error;
  }
}
