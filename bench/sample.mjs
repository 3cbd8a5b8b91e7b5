import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inRoot } from '../scripts/support/project.mjs';
import { built } from './built.mjs';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID of now. */
export function ulid() {
  let time = Date.now();
  let text = '';
  for (let i = 0; i < 10; i++, time = Math.floor(time / 32)) text = crockford[time % 32] + text;
  for (const byte of randomBytes(16)) text += crockford[byte & 31];
  return text;
}

/** Somebody of the demonstration cabinet for each role of a ministry's side. */
function staff() {
  const { people } = JSON.parse(readFileSync(inRoot('cabinets', 'japan.people.json'), 'utf8'));
  const holder = (role, organ) =>
    people.find((person) =>
      person.assignments.some((held) => held.role === role && (!organ || held.organ === organ)),
    );
  const desk = holder('DESK');
  const organ = desk.assignments.find(({ role }) => role === 'DESK').organ;
  return {
    organ,
    DESK: desk,
    MIN_APPROVER: holder('MIN_APPROVER', organ),
    LIAISON: holder('LIAISON', organ),
  };
}

/**
 * What the executor hands to the ledger on a dossier's way from the first draft to the filing: the real code, its store replaced by
 * one that keeps the calls.
 * @param {string} authorityEpoch of the databases it will be appended to
 * @returns {Promise<{ body: object, oneEvent: object, organ: string, subject: string, liaison: string, life: Record<string, any>[] }>}
 */
export async function captureLife(authorityEpoch) {
  const { Executor } = built('libs/commands/src/executor.js');
  const { Cases } = built('libs/commands/src/cases.js');
  const { World } = built('libs/commands/src/world.js');
  const { Clock } = built('libs/platform/src/clock.js');
  const { DossierBody, dossierTypes } = built('libs/contracts/src/index.js');
  const { organ, ...people } = staff();
  const { example } = dossierTypes.find(({ type }) => type === 'initiative');
  const body = { type: 'initiative', ...example, head: { ...example.head, lead: organ } };
  const life = [];
  let version = 0;
  const store = {
    open: async () => ({ receipt: null, events: [], version, authorityEpoch: Number(authorityEpoch) }),
    append: async (append) => {
      life.push(append);
      version += append.events.length;
      return {
        streamId: append.streamId,
        version,
        firstId: 1,
        lastId: 1,
        replayed: false,
        summary: append.summary,
      };
    },
  };
  const ledger = { store, sequencer: { positionOf: async () => 1 } };
  const world = new World({ KYOGI_CABINET: 'japan' });
  const executor = new Executor(ledger, new Cases(ledger), {}, world, new Clock({}));
  const dossierId = ulid();
  const steps = [
    ['DraftDossier', 'DESK', DossierBody.parse(body)],
    ['RequestApproval', 'DESK', { concurrence: [] }],
    ['ApproveDossier', 'MIN_APPROVER', {}],
    ['FileDossier', 'LIAISON', {}],
  ];
  for (const [name, role, data] of steps) {
    const person = people[role];
    await executor.execute({
      command: { name, dossierId, data },
      context: {
        principal: {
          person: person.id,
          homeOrgan: organ,
          assignments: [{ role, organ }],
          authorityEpoch,
        },
        receipt: { scope: `${person.id} POST ${name}`, key: randomUUID(), fingerprint: 'f'.repeat(64) },
        expected: version === 0 ? 'none' : 'exists',
        correlationId: randomUUID(),
      },
    });
  }
  const oral = dossierTypes.find(({ type }) => type === 'oral-item').example;
  const oneEvent = { type: 'oral-item', ...oral, head: { ...oral.head, lead: organ } };
  const subjectOf = ({ accounts, id }) => accounts?.[0]?.subject ?? id;
  const [subject, liaison] = [subjectOf(people.DESK), subjectOf(people.LIAISON)];
  return { body, oneEvent, organ, subject, liaison, life };
}
/** @typedef {Awaited<ReturnType<typeof captureLife>>} Sample */

/**
 * The same append for another dossier and command.
 * @param {Record<string, any>} append
 * @param {{ streamId?: string, key?: string, correlationId?: string, eventId?: (n: number) => string }} [ids]
 */
export function varied(append, ids = {}) {
  const {
    streamId = ulid(),
    key = randomUUID(),
    correlationId = randomUUID(),
    eventId = () => randomUUID(),
  } = ids;
  return {
    ...append,
    streamId,
    events: append.events.map((event, n) => ({ ...event, eventId: eventId(n) })),
    meta: { ...append.meta, commandId: key, correlationId },
    receipt: { ...append.receipt, key },
    arm: append.arm.map((work) => ({ ...work, key: streamId + work.key.slice(26) })),
  };
}
