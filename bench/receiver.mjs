// A receiver of webhooks in a process of its own: consents to everything, takes it, and keeps how old each event was when its first byte
// came. Prints its port; GET /figures gives what came since the last GET.
import { createServer } from 'node:http';
import { percentiles } from './statistics.mjs';

let delays = [];
let [replayed, failed] = [0, 0];

/** Dossiers (the last character of their id) that are never taken, when a run wants some. */
const bad = new Set();

function figures() {
  const found = { count: delays.length, replayed, failed, ...percentiles(delays) };
  delays = [];
  [replayed, failed] = [0, 0];
  return found;
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const at = Date.now();
  const { method, url = '', headers } = request;
  if (method === 'OPTIONS')
    return void response.writeHead(204, { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': '*' }).end();
  if (url === '/figures') return void response.end(JSON.stringify(figures()));
  if (url.startsWith('/bad/')) {
    bad.clear();
    for (const letters of url.slice(5).split(',')) bad.add(letters);
    return void response.end();
  }
  if (url === '/silent') return;
  let text = '';
  request.setEncoding('latin1');
  request.on('data', (part) => (text += part));
  request.on('end', () => {
    const key = /"partitionkey":"[0-9A-Z]{24}([0-9A-Z]{2})/.exec(text)?.[1] ?? '';
    if (bad.has(key)) {
      failed += 1;
      return void response.writeHead(500).end();
    }
    if (headers['kyogi-replayed']) replayed += 1;
    else delays.push(at - Date.parse(/"recordedtime":"([^"]+)"/.exec(text)?.[1] ?? ''));
    response.writeHead(204).end();
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
