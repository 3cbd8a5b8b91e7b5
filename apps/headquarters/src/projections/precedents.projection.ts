import type { Clause, LedgerEvent } from '#contracts';
import type { EntityManager } from 'typeorm';
import { follow, ownersOf, together, type Case } from '#sight';
import { put, recall, type Table } from './memory.js';
import { memorandumOf, precedentTerms, threadAfter, type Precedent } from './precedent.js';
import { precedentTables } from './precedent-tables.js';
import type { ReadModel } from './read-model.js';

const cases: Table = { name: 'precedent_cases', key: ['dossier_id'] };
const texts: Table = { name: 'precedent_texts', key: ['dossier_id', 'no'] };
const precedents: Table = { name: 'precedents', key: ['dossier_id', 'ref'] };

interface PrecedentCase extends Case {
  versionNo: number;
  /** The last round was informal: what is asked in confidence before the filing is no precedent. */
  informal: boolean;
}

const isInformal = (before: PrecedentCase | undefined, { type, data }: LedgerEvent): boolean =>
  type === 'RoundOpened' ? data.kind === 'INFORMAL' : (before?.informal ?? false);

const clausesOf = async (tx: EntityManager, dossierId: string, no: number): Promise<Clause[]> =>
  (await recall<Clause[]>(tx, texts, dossierId, no)) ?? [];

const write = (tx: EntityManager, dossierId: string, precedent: Precedent) =>
  put(tx, precedents, {
    ...{ dossier_id: dossierId, ref: precedent.ref, kind: precedent.kind, organ: precedent.organ },
    ...{ tags: precedent.tags, disposition: precedent.disposition, at: precedent.at },
    ...{ terms: precedentTerms(precedent), doc: precedent },
  });

const saying: ReadonlySet<LedgerEvent['type']> = new Set([
  ...(['ThreadRaised', 'ThreadAnswered', 'ThreadReopened'] as const),
]);

const project = async (event: LedgerEvent, tx: EntityManager, { versionNo, informal }: PrecedentCase) => {
  const { streamId } = event;
  if (informal) return;
  if (event.type === 'MemorandumRecorded')
    return write(tx, streamId, memorandumOf(event, await clausesOf(tx, streamId, versionNo)));
  if (!saying.has(event.type) || !('thread' in event.data)) return;
  const clauses = event.type === 'ThreadRaised' ? await clausesOf(tx, streamId, event.data.versionNo) : [];
  const before = await recall<Precedent>(tx, precedents, streamId, event.data.thread);
  const after = threadAfter(before, event, clauses);
  if (after) write(tx, streamId, after);
};

const isKnown = (before: PrecedentCase | undefined, after: PrecedentCase): boolean =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(after);

/** What was asked before, and how it was answered. */
export const precedentsModel: ReadModel = {
  name: 'precedents',
  version: 1,
  tables: precedentTables,
  async project(event, tx, { headquarters }) {
    const before = await recall<PrecedentCase>(tx, cases, event.streamId);
    const version = 'version' in event.data ? event.data.version : undefined;
    const after: PrecedentCase = {
      ...follow(before, event, headquarters),
      versionNo: version?.no ?? before?.versionNo ?? 0,
      informal: isInformal(before, event),
    };
    if (version) put(tx, texts, { dossier_id: event.streamId, no: version.no, doc: version.body.clauses });
    await project(event, tx, after);
    if (isKnown(before, after)) return;
    const owners = together(ownersOf(after), [headquarters]);
    put(tx, cases, {
      ...{ dossier_id: event.streamId, readers: together(owners, after.consulted), owners },
      ...{ veiled: after.veiled, doc: after },
    });
  },
};
