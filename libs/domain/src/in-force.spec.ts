import { inForce } from './guideline-testing.js';
import { liaison, tick, tokyo } from './testing.js';

const lead = liaison('DA');
const successor = { successorId: '01JD0000000000000000000001' };
const due = (change: Record<string, unknown> = {}) => tick(inForce(change), 'guideline-review', 'due');

describe('a guideline in force', () => {
  it('is to be reviewed after twelve months, or on its own day', () => {
    expect(inForce().dossier?.clocks['guideline-review']?.dueAt).toBe(tokyo('2027-06-10', '17:00'));
    const own = inForce({ reviewBy: '2026-12-01' });
    expect(own.dossier?.clocks['guideline-review']?.dueAt).toBe(tokyo('2026-12-01', '17:00'));
    const story = due();
    expect(story.types).toEqual(['ClockDue', 'ReviewFellDue', 'ClockStopped']);
    expect(story.dossier?.stage).toBe('REVIEW_DUE');
  });

  it('is confirmed until the next review, on the day given or after the usual period', () => {
    const story = due({ reviewBy: '2026-12-01' }).when('ConfirmDossier', {}, lead);
    expect(story.dossier).toMatchObject({ stage: 'IN_FORCE' });
    expect(story.dossier?.clocks['guideline-review']).toMatchObject({
      epoch: 2,
      dueAt: tokyo('2027-12-01', '17:00'),
    });
    const given = due().when('ConfirmDossier', { reviewBy: '2027-09-01', reason: '技術の進展' }, lead);
    expect(given.dossier?.clocks['guideline-review']?.dueAt).toBe(tokyo('2027-09-01', '17:00'));
    expect(due().refused('ConfirmDossier', { reviewBy: '2027-06-10' }, lead).type).toBe('invalid-content');
  });

  it('is amended by another dossier, which its state names, or repealed', () => {
    const story = inForce().when('AmendDossier', successor, lead);
    expect(story.dossier).toMatchObject({ stage: 'AMENDING', outcome: successor });
    expect(story.dossier?.clocks['guideline-review']?.running).toBe(false);
    const itself = { successorId: '01JD0000000000000000000000' };
    expect(inForce().refused('AmendDossier', itself, lead).type).toBe('invalid-content');
    story.when('RepealDossier', { reason: '後継の施行' }, lead);
    expect(story.dossier?.stage).toBe('REPEALED');
  });
});
