import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Once the door closes, whoever still gets an answer is told to hang up, and who has asked nothing yet is hung up on; a connection kept
 * alive would hold the process back.
 */
export const closeAfterAnswer = (instance: FastifyInstance): void => {
  let closing = false;
  // Node takes a connection on which nothing was ever asked for a busy one.
  const silent = new Set<Socket>();
  instance.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  instance.addHook('onRequest', (request, _reply, done) => {
    silent.delete(request.socket);
    done();
  });
  instance.addHook('preClose', (done) => {
    closing = true;
    for (const socket of silent) socket.destroy();
    done();
  });
  instance.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done(null, payload);
  });
};
