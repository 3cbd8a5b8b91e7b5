import * as fc from 'fast-check';
import { serverSentEvents, type ServerSentEvent } from './server-sent-events.js';

const streamOf = (bytes: Uint8Array, cuts: number[]): ReadableStream<Uint8Array> => {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return new ReadableStream({
    start(controller) {
      for (let i = 1; i < at.length; i++) controller.enqueue(bytes.slice(at[i - 1], at[i]));
      controller.close();
    },
  });
};

const read = async (text: string, cuts: number[] = []): Promise<ServerSentEvent[]> => {
  const found: ServerSentEvent[] = [];
  for await (const event of serverSentEvents(streamOf(new TextEncoder().encode(text), cuts)))
    found.push(event);
  return found;
};

describe('a stream of server-sent events', () => {
  it('is read whole wherever the network cuts it (property)', async () => {
    const text =
      'retry: 1000\n\nid: 1\ndata: {"概要":"一"}\n\n: alive\n\nevent: end\nid: 2\ndata: a\ndata:b\n\n';
    const whole = [
      { event: 'message', id: '1', data: '{"概要":"一"}' },
      { event: 'end', id: '2', data: 'a\nb' },
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 6 }), async (cuts) => {
        expect(await read(text, cuts)).toEqual(whole);
        expect(await read(text.replaceAll('\n', '\r\n'), cuts)).toEqual(whole);
      }),
      { seed: 7 },
    );
  });

  it('says nothing of a message that was cut off', async () => {
    expect(await read('id: 1\ndata: half')).toEqual([]);
    expect(await read('id: 1\ndata: half\n')).toEqual([]);
  });
});
