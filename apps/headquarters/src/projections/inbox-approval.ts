import type { LedgerEvent } from '#contracts';
import type { Changes, Opening } from './inbox-changes.js';

const CONCURRENCE = 'concurrence-wanted';

const wanted = (organ: string, kind: string, ref: string): Opening => ({
  ...{ organ, role: null, kind, notice: false, ref },
});

/** One item per person who is asked, so that each ends by itself. A person's name stays in the ministry's own rows. */
const refOf = (kind: string, person: string) => `${kind}:${person}`;

/** 合議 and 後閲: who of the ministry has to concur, and who has to see afterwards what was concurred with for them. */
export const approvalChanges = (event: LedgerEvent): Changes => {
  const { organ } = event.meta.actor;
  switch (event.type) {
    case 'ApprovalRequested': {
      const persons = new Set((event.data.concurrence ?? []).map(({ person }) => person));
      const open = [...persons].map((person) => wanted(organ, CONCURRENCE, refOf(CONCURRENCE, person)));
      return { close: [{ kinds: [CONCURRENCE] }], open };
    }
    case 'InternallyConcurred': {
      const { acting, person } = event.data;
      const ref = refOf('post-view', person);
      return {
        close: [{ ref: refOf(CONCURRENCE, person) }, ...(acting ? [{ ref }] : [])],
        open: acting ? [wanted(organ, 'post-view-wanted', ref)] : [],
      };
    }
    case 'ApprovalPostViewed':
      return { close: [{ ref: refOf('post-view', event.data.person) }], open: [] };
    case 'ApprovalRefused':
    case 'DossierApproved':
      return { close: [{ kinds: [CONCURRENCE] }], open: [] };
    default:
      return { close: [], open: [] };
  }
};
