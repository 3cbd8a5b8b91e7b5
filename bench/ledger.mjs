import { built } from './built.mjs';
import { varied } from './sample.mjs';

const { EventStore, Sequencer } = built('libs/event-store/src/index.js');
const platform = built('libs/platform/src/index.js');

/** Connections as the product opens them, 10 by default. @param {string} url @param {string} role */
export const pool = (url, role, size = 10) => platform.pool(url, role, { size });

/** Numbers everything that is committed. @param {string} url @returns {Promise<{ events: number, seconds: number }>} */
export async function numberAll(url) {
  const connections = pool(url, 'kyogi_sequencer', 1);
  const began = performance.now();
  let events = 0;
  try {
    for (;;) {
      const { rows } = await connections.query({
        name: 'kyogi_sequence',
        text: 'SELECT id, position FROM sequence_events($1)',
        values: [1000],
      });
      if (rows.length === 0) return { events, seconds: (performance.now() - began) / 1000 };
      events += rows.length;
    }
  } finally {
    await connections.end();
  }
}

/** A sequencer that numbers what others append, looking every 5 ms. @param {string} url */
export function sequencing(url) {
  const connections = pool(url, 'kyogi_sequencer', 2);
  const sequencer = new Sequencer({ pool: connections, pollMs: 5 });
  sequencer.start();
  return {
    stop: async () => {
      await sequencer.stop();
      await connections.end();
    },
  };
}

/**
 * The event store alone, in this process: `clients` loops that append one command after another.
 * @param {{ url: string, append: Record<string, any>, clients: number, seconds: number }} options
 * @returns {Promise<number>} commands per second
 */
export async function appendLoop({ url, append, clients, seconds }) {
  const connections = pool(url, 'kyogi_app');
  const store = new EventStore(connections);
  const began = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (; performance.now() < began + seconds * 1000; count++) await store.append(varied(append));
    }),
  );
  const rate = count / ((performance.now() - began) / 1000);
  await connections.end();
  return rate;
}
