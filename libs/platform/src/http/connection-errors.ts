import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem, problemTypes } from '#contracts';
import { PROBLEM_TYPE, problemDocument } from './problem-document.js';

const details: Record<string, string> = {
  HPE_HEADER_OVERFLOW: 'The headers are too large: send at most 16 KiB.',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request did not arrive in time.',
};

/** Answers what is not even HTTP, before any route: a problem document as well, and the connection ends. */
export const answerConnectionError = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const problem = new Problem(
    'invalid-request',
    details[error.code ?? ''] ?? 'The request is not sound HTTP.',
  );
  const { status } = problemTypes[problem.type];
  const body = JSON.stringify(problemDocument(problem, randomUUID()));
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, `content-type: ${PROBLEM_TYPE}`];
  head.push(`content-length: ${Buffer.byteLength(body)}`, 'connection: close');
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
};
