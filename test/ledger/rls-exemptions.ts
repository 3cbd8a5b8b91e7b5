/** A spec holds whoever says this to it: kyogi_reader has no right to read the table. */
export const UNREAD = 'no role that answers a ministry may read it';

/** Tables without FORCE ROW LEVEL SECURITY, each with the reason why. A spec fails on a table that is in neither, and on a stale line. */
export const EXEMPT_FROM_RLS: Record<string, string> = {
  'public.migrations': 'names of migrations; the login that migrates reads it and nobody else',
  'public.streams': `versions only; ${UNREAD}`,
  'public.events': `whole by nature: decisions and projections need every row; ${UNREAD}`,
  'public.unsequenced': `ids only; ${UNREAD}`,
  'public.event_log': 'numbers only',
  'public.log_head': 'one number',
  'public.receipts': `looked up by (subject, key) of the caller itself; ${UNREAD}`,
  'public.work_items': `work of the machine; ${UNREAD}`,
  'public.duties': `constraint of the machine; ${UNREAD}`,
  'public.authority': 'one number',
  'public.instance': 'one id',
  'public.subscriptions':
    'names and positions; an error text may quote an event, so kyogi_reader sees only the columns it needs',
  'public.public_comments': `what the public sent in; ${UNREAD}`,
  'hq.read_models': 'which generation of a read model is live; it holds nothing of any ministry',
  'identity.organs': 'the directory of the cabinet: every ministry may know it',
  'identity.persons': 'the directory of the cabinet: every ministry may know it',
  'identity.assignments': 'the directory of the cabinet: every ministry may know it',
  'identity.delegations': 'the directory of the cabinet: who stands in for whom, without the reasons',
  'identity.accounts': 'looked up before it is known who asks; it holds issuer and subject, no secret',
  'delivery.announcements': `sight is a column that the fan-out compares; ${UNREAD}`,
  'delivery.cases': `what the announcer remembers; ${UNREAD}`,
  'delivery.subscriptions': `who is told what; ${UNREAD}`,
  'delivery.cursors': `numbers only; ${UNREAD}`,
  'delivery.deliveries': `numbers only; ${UNREAD}`,
  'delivery.troubled': `what is tried again; ${UNREAD}`,
  'delivery.secrets': `keys, which kyogi_deliverer alone may read; ${UNREAD}`,
  'delivery.consents': `which receivers want to be called; ${UNREAD}`,
  'delivery.replays': `what is sent once more; ${UNREAD}`,
  'review.filings': `texts to be compared with each other across ministries; ${UNREAD}`,
  'review.types': `counts of filings by type; ${UNREAD}`,
  'review.terms': `texts to be compared with each other across ministries; ${UNREAD}`,
  'review.postings': `texts to be compared with each other across ministries; ${UNREAD}`,
};
