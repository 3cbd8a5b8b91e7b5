/** Tables without FORCE ROW LEVEL SECURITY, each with the reason why. A spec fails on a table that is in neither, and on a stale line. */
export const EXEMPT_FROM_RLS: Record<string, string> = {
  'public.migrations': 'names of migrations; the login that migrates reads it and nobody else',
  'public.streams': 'versions only; no role that answers a ministry may read it',
  'public.events':
    'whole by nature: decisions and projections need every row; no role that answers a ministry may read it',
  'public.unsequenced': 'ids only; no role that answers a ministry may read it',
  'public.event_log': 'numbers only',
  'public.log_head': 'one number',
  'public.receipts':
    'looked up by (subject, key) of the caller itself; no role that answers a ministry may read it',
  'public.work_items': 'work of the machine; no role that answers a ministry may read it',
  'public.duties': 'constraint of the machine; no role that answers a ministry may read it',
  'public.authority': 'one number',
  'public.instance': 'one id',
  'public.subscriptions':
    'names and positions; an error text may quote an event, so kyogi_reader sees only the columns it needs',
  'hq.read_models': 'which generation of a read model is live; it holds nothing of any ministry',
};
