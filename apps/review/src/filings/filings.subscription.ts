import type { DataSource } from 'typeorm';
import { dossierType, parseEvent } from '#contracts';
import { Subscription, type LedgerEvent, type SubscriptionSettings } from '#event-store';
import { filingOf } from './filing.js';
import { indexAnew } from './forget-filing.js';
import { endFiling, indexFiling } from './index-filing.js';
import type { Rows } from './rows.js';
import { versionOf } from './version.js';

/** Name of its checkpoint. */
export const FILINGS = 'review-filings';

const handle = async (event: LedgerEvent, rows: Rows): Promise<void> => {
  const { streamId: dossierId, position } = event;
  switch (event.type) {
    case 'DossierFiled': {
      const filed = parseEvent(event.type, event.v, event.data);
      if (filed.type !== 'DossierFiled') return;
      const { versionNo } = filed.data;
      const { body } = await versionOf(rows, dossierId, versionNo);
      if (!dossierType(body.type).stepsOnFiling.includes('overlap')) return;
      return indexFiling(rows, { position, dossierId, versionNo }, filingOf(body));
    }
    case 'DossierWithdrawn':
    case 'DossierLapsed':
      return endFiling(rows, dossierId, position);
    case 'PayloadErased':
      return indexAnew(rows, dossierId);
    default:
  }
};

/** Keeps the filings that new ones are compared with. Of several processes that run it, one works. */
export const filingsSubscription = (
  db: DataSource,
  settings: Pick<SubscriptionSettings, 'wake' | 'onStopped' | 'onError'>,
): Subscription =>
  new Subscription({
    ...settings,
    name: FILINGS,
    db,
    handle: (event, tx) => handle(event, (sql, values) => tx.query<unknown[]>(sql, values)),
  });
