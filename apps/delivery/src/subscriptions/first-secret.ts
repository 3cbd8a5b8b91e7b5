import type { Principal, Transport } from '#contracts';
import type { FastifyRequest } from 'fastify';

/** Provider of the key that signs the deliveries of a webhook from its opening on. */
export const FIRST_SECRET = Symbol('first secret of a webhook');

/** Makes the key of a subscription that has none of this signature yet. @returns it as it is shown once; undefined when there was one */
export type FirstSecret = (
  subscriptionId: string,
  signature: Extract<Transport, { kind: 'webhook' }>['signature'],
  asked: { principal: Principal; request: FastifyRequest },
) => Promise<string | undefined>;
