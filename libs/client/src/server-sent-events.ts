/** One message of a stream of server-sent events. */
export interface ServerSentEvent {
  event: string;
  data: string;
  id: string;
}

const fieldOf = (line: string): [string, string] => {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  const value = line.slice(colon + 1);
  return [line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value];
};

/** Lines of a body. `onBytes` is called whenever something comes, comments too. */
async function* linesOf(body: ReadableStream<Uint8Array>, onBytes: () => void): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Messages of a body, as the HTML standard reads them. Comments keep the connection alive and are no messages. */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void = () => undefined,
): AsyncGenerator<ServerSentEvent> {
  let [event, id, data] = ['message', '', [] as string[]];
  for await (const line of linesOf(body, onBytes)) {
    if (line === '') {
      if (data.length > 0) yield { event, data: data.join('\n'), id };
      [event, data] = ['message', []];
      continue;
    }
    const [field, text] = fieldOf(line);
    if (field === 'data') data.push(text);
    else if (field === 'event') event = text;
    else if (field === 'id') id = text;
  }
}
