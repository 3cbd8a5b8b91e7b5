import type { Principal } from '#contracts';

/** Kyogi itself, when a deadline passes or an automatic step ends. */
export const machine = (headquarters: string): Principal => ({
  person: 'kyogi',
  homeOrgan: headquarters,
  assignments: [{ role: 'SYSTEM', organ: '*' }],
});
