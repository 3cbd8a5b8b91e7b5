import type { Procedure } from './procedure.js';

/** Reader that stands for every organ of the government. */
export const everyReader = '*';

export interface Circle {
  open: Procedure['stages'][string]['open'];
  headquarters: string;
  lead: string;
  coLeads: readonly string[];
  /** Organs that were ever asked in a round. */
  participants: readonly string[];
}

/** Organs that may read a dossier: nothing a ministry has not circulated is visible outside it. */
export const readersOf = ({ open, headquarters, lead, coLeads, participants }: Circle): string[] => {
  const own = [lead, ...coLeads];
  switch (open) {
    case 'lead':
      return own;
    case 'secretariat':
      return [...own, headquarters];
    case 'participants':
      return [...new Set([...own, headquarters, ...participants])];
    case 'government':
      return [everyReader];
  }
};
