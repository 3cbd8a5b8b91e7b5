import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TokenMaker } from './tokens';

/** An issuer that serves its keys over HTTP, as a real one does. */
export interface TestIssuer {
  url: string;
  jwksUrl: string;
  tokens: TokenMaker;
  /** Requests for addresses other than the keys: a key address in a token must never be followed. */
  strayRequests: string[];
  close(): Promise<void>;
}

export const startIssuer = async (): Promise<TestIssuer> => {
  const strayRequests: string[] = [];
  let keys = '';
  const server: Server = createServer((request, response) => {
    if (request.url !== '/jwks') strayRequests.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(keys);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokens = await TokenMaker.of(url);
  keys = JSON.stringify(await tokens.jwks());
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, jwksUrl: `${url}/jwks`, tokens, strayRequests, close };
};
