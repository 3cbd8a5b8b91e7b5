import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { newDossierId, newKey, TestApp } from '../support/app';
import { eventually } from '../support/eventually';
import { eventCount, initiativeBody } from '../support/journey';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
}, 60_000);
afterAll(() => app?.close());

/** A command on a socket of its own, of which only the first half has been sent. */
const halfSent = async (door: TestApp, id: string) => {
  const body = Buffer.from(JSON.stringify(initiativeBody()));
  const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
  const head = [
    `POST /v1/dossiers/${id}/draft-dossier HTTP/1.1`,
    'host: kyogi',
    `authorization: Bearer ${await door.tokenOf('meti-desk')}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    `idempotency-key: ${newKey()}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(body.subarray(0, 100));
  return { answer: text(socket), finish: () => socket.write(body.subarray(100)) };
};

describe('a process that is told to stop', () => {
  it('turns unready first, takes no new connection, answers what is under way, and then ends', async () => {
    const leaving = await TestApp.start(undefined, { SHUTDOWN_DRAIN_MS: '600' }, app);
    expect(await leaving.send('/health/ready')).toMatchObject({ status: 200 });
    const id = newDossierId();
    const { answer, finish } = await halfSent(leaving, id);
    let ended = false;
    const closing = leaving.close().then(() => (ended = true));

    const unready = await eventually(async () => {
      const answered = await leaving.send('/health/ready');
      expect(answered.status).toBe(503);
      return answered;
    }, 500);
    expect(unready.json.detail).toContain('stopping');
    await eventually(() => expect(leaving.send('/health/live')).rejects.toThrow('fetch failed'));
    expect(ended).toBe(false);

    finish();
    expect(await answer).toMatch(/^HTTP\/1\.1 201 Created/);
    await closing;
    expect(await eventCount(app, id)).toBeGreaterThan(0);
  }, 30_000);
});
