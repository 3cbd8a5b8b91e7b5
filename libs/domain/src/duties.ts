import type { DomainEvent } from '#contracts';

export type Duty = 'draft' | 'approve' | 'review' | 'endorse';

/** The duty an actor takes on by an event. No person may hold two in one dossier: the database refuses it too. */
export const dutyOf = (event: DomainEvent): Duty | undefined => {
  switch (event.type) {
    case 'DossierDrafted':
    case 'DossierRevised':
      return 'draft';
    case 'DossierApproved':
      return 'approve';
    case 'ReviewBegun':
    case 'ReviewReported':
      return 'review';
    case 'DossierEndorsed':
    case 'EndorsementDeclined':
    case 'DossierDecided':
      return 'endorse';
    default:
      return undefined;
  }
};
