import { connect, createServer } from 'node:net';

const host = '127.0.0.1';

/** @param {number} port 0 = any @returns {Promise<number | undefined>} the port when it can be listened on */
const tryListen = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, host, () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });

/** A port nobody listens on now. */
export const freePort = async () => /** @type {number} */ (await tryListen(0));

/** Whether somebody accepts connections there. @param {number} port @param {string} [at] @returns {Promise<boolean>} */
export const accepts = (port, at = host) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: at, timeout: 1000 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });

/**
 * The wished port, else one of the next twenty, else any. A server on all addresses counts as in use though 127.0.0.1 alone
 * could still be bound on some systems.
 * @param {number} wished
 */
export async function portNear(wished) {
  for (let port = wished; port < wished + 20; port++) {
    if (!(await accepts(port)) && (await tryListen(port)) !== undefined) return port;
  }
  return freePort();
}
