import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { ulid } from './sample.mjs';

/**
 * A keep-alive connection that sends DraftDossier commands, each with its own dossier and key. Written on the socket, because a
 * general HTTP client would take a third of the machine that it measures.
 */
async function openConnection({ port, token, body }) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const payload = Buffer.from(JSON.stringify(body));
  const fixed = `HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${payload.length}\r\nIdempotency-Key: `;
  let answered;
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    text += chunk;
    const head = text.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (text.length < head + 4 + length) return;
    const [status, whole] = [Number(text.slice(9, 12)), text];
    text = '';
    answered(status, whole);
  });
  const lost = () => answered?.(0, 'connection lost');
  socket.on('error', lost).on('close', lost);
  return {
    /** @returns {Promise<{ status: number, text: string }>} */
    send: () =>
      new Promise((resolve) => {
        answered = (status, whole) => resolve({ status, text: whole });
        const head = `POST /v1/dossiers/${ulid()}/draft-dossier ${fixed}${randomUUID()}\r\n\r\n`;
        socket.write(Buffer.concat([Buffer.from(head, 'latin1'), payload]));
      }),
    close: () => {
      answered = undefined;
      socket.destroy();
    },
  };
}

/** @typedef {{ ports: number[], token: string, body: object }} Target */

/** @param {Target} target @param {number} count connections, spread over the ports */
const openConnections = ({ ports, token, body }, count) =>
  Promise.all(
    Array.from({ length: count }, (_, i) => openConnection({ port: ports[i % ports.length], token, body })),
  );

/** Latencies (milliseconds) and answers by second; anything but a 201 stops the run. */
function tally() {
  const latencies = [];
  const bySecond = [];
  const began = performance.now();
  return {
    latencies,
    bySecond,
    add: ({ status, text }, sent) => {
      if (status !== 201) throw new Error(`a command was answered ${status}:\n${text.slice(0, 1500)}`);
      const now = performance.now();
      latencies.push(now - sent);
      const second = Math.floor((now - began) / 1000);
      bySecond[second] = (bySecond[second] ?? 0) + 1;
    },
  };
}

/**
 * Closed loop: every client sends its next command when the last one is answered.
 * @param {Target & { clients: number, seconds: number }} options
 */
export async function closedLoop({ clients, seconds, ...target }) {
  const connections = await openConnections(target, clients);
  const answers = tally();
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    connections.map(async ({ send }) => {
      for (let sent = began; sent < end; sent = performance.now()) answers.add(await send(), sent);
    }),
  );
  const took = (performance.now() - began) / 1000;
  for (const { close } of connections) close();
  return { rate: answers.latencies.length / took, latencies: answers.latencies, bySecond: answers.bySecond };
}

/**
 * Open loop: a command at each of evenly spaced instants, whatever has become of those before. Latency counts from that instant.
 * @param {Target & { rate: number, seconds: number, connections?: number }} options rate: commands per second
 */
export async function openLoop({ rate, seconds, connections = 100, ...target }) {
  const idle = await openConnections(target, connections);
  const all = [...idle];
  const answers = tally();
  const began = performance.now();
  const total = Math.round(rate * seconds);
  const waiting = [];
  let [due, done] = [0, 0];
  await new Promise((resolve, reject) => {
    const run = async (connection, at) => {
      try {
        for (let next = at; next !== undefined; next = waiting.shift()) {
          answers.add(await connection.send(), next);
          done += 1;
        }
        idle.push(connection);
        if (done === total) resolve(undefined);
      } catch (error) {
        reject(error);
      }
    };
    const timer = setInterval(() => {
      for (; due < total && began + (due * 1000) / rate <= performance.now(); due++) {
        const at = began + (due * 1000) / rate;
        const connection = idle.pop();
        if (connection) void run(connection, at);
        else waiting.push(at);
      }
      if (due === total) clearInterval(timer);
    }, 1);
  });
  for (const { close } of all) close();
  return { latencies: answers.latencies };
}
