import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { isBesideDossiers, occurredAt, parseEvent, type Meta } from '#contracts';
import { evolve, type Dossier } from '#domain';
import { Ledger } from './ledger.js';
import type { Appended, ExpectedVersion, ReceiptKey, RecordedEvent } from '#event-store';

export interface Case {
  dossier: Dossier | null;
  version: number;
}

export interface OpenedCase extends Case {
  receipt: Appended | null;
  authorityEpoch: number;
}

/** States held in memory at most, by the characters of their present text. */
const maxSize = 64 * 1024 * 1024;

/**
 * Folded states by dossier. A stale entry is harmless: only newer events are read and folded, and an append under a
 * version that has passed is refused by the ledger.
 */
@Injectable()
export class Cases {
  private readonly known = new LRUCache<string, Case & { size: number }>({
    maxSize,
    sizeCalculation: ({ size }) => size,
  });

  constructor(private readonly ledger: Ledger) {}

  /**
   * What this process knows of a case without asking, which may be out of date: of one that is to be created, that there is none.
   * Good enough to decide on, since an append under a version that has passed is refused.
   */
  guess(dossierId: string, expected: ExpectedVersion): Case | undefined {
    return this.known.get(dossierId) ?? (expected === 'none' ? { dossier: null, version: 0 } : undefined);
  }

  /** The case as it stands, the receipt of the command if it was executed before, and the epoch of authority then. */
  async open(dossierId: string, receipt: ReceiptKey): Promise<OpenedCase> {
    const known = this.known.get(dossierId);
    const opened = await this.ledger.store.open(dossierId, known?.version ?? 0, receipt);
    // What is known was folded from words that are gone.
    if (known && opened.events.some(({ type }) => type === 'PayloadErased')) {
      this.known.delete(dossierId);
      return this.open(dossierId, receipt);
    }
    const dossier = opened.events.reduce(fold, known?.dossier ?? null);
    if (opened.events.length > 0) this.keep(dossierId, { dossier, version: opened.version });
    return {
      dossier,
      version: opened.version,
      receipt: opened.receipt,
      authorityEpoch: opened.authorityEpoch,
    };
  }

  keep(dossierId: string, { dossier, version }: Case): void {
    const size = 1_000 + JSON.stringify(dossier?.current.body ?? null).length;
    this.known.set(dossierId, { dossier, version, size });
  }
}

/** A stream beside the dossiers (a delegation, say) is none: nothing is folded. */
const fold = (dossier: Dossier | null, stored: RecordedEvent): Dossier | null => {
  const { type, v, data, recordedAt } = stored;
  if (isBesideDossiers(type)) return dossier;
  const meta = stored.meta as unknown as Meta;
  return evolve(dossier, parseEvent(type, v, data), { ...meta.actor, at: occurredAt({ meta, recordedAt }) });
};
