import createFetch, { type Client, type Middleware } from 'openapi-fetch';
import type { paths as DeliveryPaths } from '../generated/delivery.js';
import type { paths as EvidencePaths } from '../generated/evidence.js';
import type { paths as HeadquartersPaths } from '../generated/headquarters.js';
import type { components as IntakeComponents, paths as IntakePaths } from '../generated/intake.js';
import { bearer, type Access } from './access.js';
import { problemOf } from './problem.js';

/** Adds the token and, to what changes something, an Idempotency-Key; turns a refusal into a thrown KyogiProblem. */
const manners = (access: Access): Middleware => ({
  async onRequest({ request }) {
    for (const [name, value] of Object.entries(await bearer(access))) request.headers.set(name, value);
    if (request.method === 'POST' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', crypto.randomUUID());
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok && response.status !== 304) throw await problemOf(response);
  },
});

const client = <Paths extends object>(access: Access): Client<Paths> => {
  const made = createFetch<Paths>({
    baseUrl: access.url.replace(/\/$/, ''),
    ...(access.fetch && { fetch: access.fetch }),
  });
  made.use(manners(access));
  return made;
};

/** Commands, typed by their document: `intake({ url, token }).POST('/v1/dossiers/{id}/file-dossier', …)`. */
export const intake = (access: Access): Client<IntakePaths> => client<IntakePaths>(access);
/** Queries, typed by their document. */
export const headquarters = (access: Access): Client<HeadquartersPaths> => client<HeadquartersPaths>(access);
/** Subscriptions and single events, typed by their document. */
export const delivery = (access: Access): Client<DeliveryPaths> => client<DeliveryPaths>(access);
/** Checkpoints and proofs, typed by their document. */
export const evidence = (access: Access): Client<EvidencePaths> => client<EvidencePaths>(access);

/** Bodies of commands by their names, e.g. `CommandBody['FileDossier']`. */
export type CommandBody = IntakeComponents['schemas'];
