import type { LedgerEvent } from '#contracts';
import { procedureOf } from '#sight';
import type { InboxCase } from './inbox-case.js';
import { nothing, notice, type Around, type Changes } from './inbox-changes.js';

const outcomes: Partial<Record<LedgerEvent['type'], string>> = {
  DossierEndorsed: 'endorsed',
  EndorsementDeclined: 'endorsement-declined',
  DossierDecided: 'decided',
  DossierLapsed: 'lapsed',
};

export const noticeChanges = (
  dossier: InboxCase,
  event: LedgerEvent,
  { cabinet, knownSimilar }: Around,
): Changes => {
  const overlap = { kinds: ['overlap-found'] };
  const outcome = outcomes[event.type];
  if (outcome) return { close: [overlap], open: notice(outcome, 'outcome', [dossier.lead]) };
  if (event.type === 'DossierReturned') return { close: [overlap], open: [] };
  if (event.type !== 'OverlapsFound') return nothing;
  // A notice to the lead of what it may not know would say that somebody has filed something of the kind.
  const organs = [
    ...(knownSimilar > 0 ? [dossier.lead] : []),
    ...(event.data.similar.length > 0 ? [cabinet.headquarters] : []),
  ];
  return { close: [overlap], open: notice('overlap-found', 'overlap', organs) };
};

/** 覚書: each other party confirms it. Answers that do not come are the secretariat's to know. */
export const agreementChanges = (dossier: InboxCase, event: LedgerEvent, headquarters: string): Changes => {
  switch (event.type) {
    case 'MemorandumRecorded': {
      const { memorandumNo, organ: recorder, parties } = event.data;
      const others = new Set(parties.filter((party) => party !== recorder));
      const item = { role: 'LIAISON', kind: 'memorandum-to-confirm', notice: false } as const;
      const ref = `memorandum:${memorandumNo}`;
      return {
        close: [],
        open: [...others].map((organ) => ({ ...item, organ, ref, about: { memorandumNo } })),
      };
    }
    case 'MemorandumConfirmed':
      return {
        close: [{ ref: `memorandum:${event.data.memorandumNo}`, organ: event.data.organ }],
        open: [],
      };
    case 'AnswersOverdue': {
      const { roundNo } = event.data;
      const about = { roundNo };
      const open = notice('answers-overdue', `answers:${roundNo}`, [headquarters, dossier.lead], { about });
      return { close: [{ ref: `answers:${roundNo}` }], open };
    }
    case 'RoundConcluded':
    case 'RoundAbandoned':
      return { close: [{ kinds: ['answers-overdue', 'memorandum-to-confirm'] }], open: [] };
    default:
      return nothing;
  }
};

const LEGAL = 'legal-check-wanted';

/** 法令審査: the bureaus are asked beside the lead, whose own jurists may answer instead. */
export const legalChanges = (_: InboxCase, event: LedgerEvent): Changes => {
  if (event.type === 'LegalCheckRequested') {
    const item = { role: 'LIAISON', kind: LEGAL, notice: false, ref: 'legal-check' } as const;
    return { close: [], open: event.data.asked.map((organ) => ({ ...item, organ })) };
  }
  // Whatever leads out of the check ends it.
  const ends = event.type === 'LegalCheckRecorded' || 'stage' in event.data;
  return ends ? { close: [{ ref: 'legal-check' }], open: [] } : nothing;
};

const SIGN = 'signature-wanted';

const signaturesWanted = (dossier: InboxCase): boolean =>
  procedureOf(dossier).transitions.some(({ command }) => command === 'SignVersion');

/** Co-leads sign every version; changes of wording are told to all who take part. */
export const draftingChanges = (dossier: InboxCase, event: LedgerEvent, headquarters: string): Changes => {
  switch (event.type) {
    case 'DossierDrafted':
    case 'DossierRevised': {
      const ref = `signature:${event.data.version.no}`;
      const item = { role: 'LIAISON', kind: SIGN, notice: false, ref } as const;
      const organs = signaturesWanted(dossier) ? dossier.coLeads : [];
      return { close: [{ kinds: [SIGN] }], open: organs.map((organ) => ({ ...item, organ })) };
    }
    case 'VersionSigned':
      return { close: [{ kinds: [SIGN], organ: event.data.organ }], open: [] };
    case 'CoLeadWithdrawn': {
      const { organ } = event.data;
      const others = dossier.open === 'lead' ? [dossier.lead] : [dossier.lead, headquarters];
      return {
        close: [{ kinds: [SIGN], organ }],
        open: notice('co-lead-left', `left:${organ}`, others, { about: { organ } }),
      };
    }
    case 'EditorialMarked': {
      const { versionNo, clauseIds, notified } = event.data;
      return {
        close: [],
        open: notice('editorial-marked', `editorial:${versionNo}`, notified, { about: { clauseIds } }),
      };
    }
    default:
      return nothing;
  }
};
