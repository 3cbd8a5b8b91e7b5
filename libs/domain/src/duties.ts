import type { DomainEvent } from '#contracts';

export interface Duty {
  scope: 'filing' | 'endorsement';
  duty: 'draft' | 'approve' | 'review' | 'endorse';
}

/** The duty an actor takes on by an event. Within a scope of a dossier, no person may hold two: the database refuses it too. */
export const dutyOf = (event: DomainEvent): Duty | undefined => {
  switch (event.type) {
    case 'DossierDrafted':
    case 'DossierRevised':
      return { scope: 'filing', duty: 'draft' };
    case 'DossierApproved':
      return { scope: 'filing', duty: 'approve' };
    case 'ReviewBegun':
      return { scope: 'endorsement', duty: 'review' };
    case 'DossierEndorsed':
    case 'EndorsementDeclined':
    case 'DossierDecided':
      return { scope: 'endorsement', duty: 'endorse' };
    default:
      return undefined;
  }
};
