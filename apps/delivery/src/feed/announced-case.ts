import type { LedgerEvent } from '#contracts';
import { follow, type Case } from '#sight';

/** What the announcer remembers of a dossier. */
export interface AnnouncedCase extends Case {
  pillars: string[];
  /** 機密性 of its present version. */
  marking: 1 | 2;
}

/** Nobody is told a title from here, and words of it may be erased: it is not remembered. */
const title = { ja: '' };

/** The case after an event, with what filters ask about. Throws on a stream that does not begin with a draft. */
export const followCase = (
  before: AnnouncedCase | undefined,
  event: LedgerEvent,
  headquarters: string,
): AnnouncedCase => {
  const after = { ...follow(before, event, headquarters), title };
  if (event.type === 'DossierDrafted' || event.type === 'DossierRevised') {
    const { pillars, marking } = event.data.version.body.head;
    return { ...after, pillars, marking: marking.confidentiality };
  }
  const { pillars, marking } = before!;
  return { ...after, pillars, marking };
};
