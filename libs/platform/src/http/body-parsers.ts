import { Problem } from '#contracts';
import type { FastifyInstance } from 'fastify';
import { parseJsonBody } from './json.js';

/** Takes application/json in UTF-8 and nothing else; a route that streams adds its own parser. */
export const useBodyParsers = (instance: FastifyInstance): void => {
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
      if (charset && !/^utf-?8$/i.test(charset))
        throw new Problem('unsupported-media-type', `Send the body in UTF-8, not in another charset.`);
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
};
