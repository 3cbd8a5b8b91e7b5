import { Problem, type Command, type Principal, type Role } from '#contracts';
import type { Dossier } from '#domain';
import { evolve } from '#domain';
import { filed, intake, reviewer, setting } from '../../domain/src/testing.js';
import { decideAs } from './decide-as.js';
import { requireThere } from './may.js';

const { cabinet } = setting;
const at = '2026-06-01T05:00:00.000Z';

const person = (...held: [Role, string][]): Principal => ({
  person: 'someone',
  homeOrgan: 'CAO',
  assignments: held.map(([role, organ]) => ({ role, organ })),
});
const asked = (name: Command['name'], data: unknown) => ({
  name,
  dossierId: '01JD0000000000000000000000',
  data,
});
const problem = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.type;
    throw error;
  }
  return 'none';
};

const accepted = filed('guideline').when('AcceptDossier', {}, intake).dossier;
const heavy = filed(
  'initiative',
  { budget: [{ fiscalYear: 2026, account: 'x', amountYen: 20_000_000_000, stage: 'initial' }] },
  { competenceTags: [] },
)
  .when('AcceptDossier', {}, intake)
  .when('BeginReview', {}, reviewer).dossier;

describe('a person with several roles', () => {
  const expedited = asked('OpenRound', { kind: 'EXPEDITED', participants: [], reason: 'G7臨時会合対応' });

  it('acts in the one that the rule asks for', () => {
    const both = person(['SECR_REVIEWER', 'HQ'], ['SECR_APPROVER', 'HQ']);
    expect(decideAs(both, expedited, accepted, at, setting).actor.role).toBe('SECR_APPROVER');
    const lead = person(['LIAISON', 'DA']);
    expect(problem(() => decideAs(lead, expedited, accepted, at, setting))).toBe('not-permitted');
    const director = person(['SECR_APPROVER', 'HQ'], ['SECR_DIRECTOR', 'HQ']);
    expect(
      decideAs(director, asked('DeclineToEndorse', { reason: 'x' }), heavy, at, setting).actor.role,
    ).toBe('SECR_DIRECTOR');
  });

  it('is told the first refusal when none will do', () => {
    const reviewers = person(['SECR_REVIEWER', 'HQ']);
    expect(problem(() => decideAs(reviewers, expedited, accepted, at, setting))).toBe('not-permitted');
    expect(problem(() => decideAs(person(['DESK', 'MOF']), expedited, accepted, at, setting))).toBe(
      'not-permitted',
    );
  });
});

describe('what is not open to a person', () => {
  const there = (who: Principal, dossier: Dossier | null) =>
    problem(() => requireThere(who, asked('WithdrawDossier', {}), dossier, cabinet));
  const hq = person(['SECR_REVIEWER', 'HQ']);

  it('cannot be told from what does not exist', () => {
    expect(there(person(['LIAISON', 'MOF']), accepted)).toBe('not-found');
    expect(there(person(['LIAISON', 'MOF']), null)).toBe('not-found');
    expect(there(person(['OBSERVER', '*']), accepted)).toBe('not-found');
    expect(there(hq, accepted)).toBe('none');
  });

  it('stays closed when a draft that was never filed is withdrawn, and open when a filed one is', () => {
    const withdrawn = { type: 'DossierWithdrawn', data: { stage: 'WITHDRAWN', reason: 'x' } } as const;
    const { filedNo: _, ...draft } = accepted!;
    expect(there(hq, evolve({ ...draft, stage: 'DRAFT' }, withdrawn, { person: 'x', organ: 'METI' }))).toBe(
      'not-found',
    );
    expect(there(hq, evolve(accepted, withdrawn, { person: 'x', organ: 'METI' }))).toBe('none');
  });
});
