import type { FastifyInstance } from 'fastify';

/** Once the door closes, whoever still gets an answer is told to hang up; a connection kept alive would hold the process back. */
export const closeAfterAnswer = (instance: FastifyInstance): void => {
  let closing = false;
  instance.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  instance.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done(null, payload);
  });
};
