import type * as Contracts from '#contracts';
import type * as Domain from '../libs/domain/src/testing';

interface Build {
  contracts: typeof Contracts;
  testing: typeof Domain;
}

/** A build of Kyogi of its own, with more released procedure versions than the present one. */
const build = (release?: (contracts: typeof Contracts) => void): Build => {
  let made: Build | undefined;
  jest.isolateModules(() => {
    const contracts = jest.requireActual<typeof Contracts>('#contracts');
    release?.(contracts);
    made = { contracts, testing: jest.requireActual<typeof Domain>('../libs/domain/src/testing') };
  });
  if (!made) throw new Error('not built');
  return made;
};

/** The next version takes an initiative straight from its filing into review. */
const nextVersion = ({ dossierTypes, Procedure }: typeof Contracts) => {
  const initiative = dossierTypes[0];
  const latest = initiative.procedures.at(-1)!;
  const transitions = latest.transitions.map((t) =>
    t.command === 'AcceptDossier' ? { ...t, to: 'IN_REVIEW' } : t,
  );
  initiative.procedures.push(Procedure.parse({ ...latest, version: latest.version + 1, transitions }));
};

const finish = ({ testing: { intake, reviewer, endorser } }: Build, story: Domain.Story) => {
  story.when('AcceptDossier', {}, intake);
  if (story.dossier?.stage === 'ACCEPTED') story.when('BeginReview', {}, reviewer);
  return story.when('EndorseDossier', { conditions: [] }, endorser);
};

describe('a procedure that is released while cases are under way', () => {
  const old = build();
  const now = build(nextVersion);
  const was = old.contracts.dossierTypes[0].procedures.length;

  /** The same case in another build: its events are all that is carried over. */
  const carried = (story: Domain.Story): Domain.Story => {
    const copy = new now.testing.Story();
    copy.resume(story.events, story.actors);
    return copy;
  };

  it('leaves a hundred cases on the version they began with, to the same states', () => {
    const cases = Array.from({ length: 100 }, () => old.testing.filed('initiative'));
    for (const story of cases) {
      const copy = carried(story);
      expect(copy.dossier).toEqual(story.dossier);
      const finished = finish(now, copy);
      expect(finished.dossier).toMatchObject({ stage: 'ENDORSED', procedure: { version: was } });
      expect(finished.of('DossierAccepted')).toMatchObject({ stage: 'ACCEPTED' });
      expect(finished.dossier).toEqual(finish(old, story).dossier);
    }
  });

  it('is what new cases begin with', () => {
    const story = now.testing.filed('initiative').when('AcceptDossier', {}, now.testing.intake);
    expect(story.dossier).toMatchObject({ stage: 'IN_REVIEW', procedure: { version: was + 1 } });
  });

  it('takes over a case only by a command of the director, which is an event with its reason', () => {
    const story = carried(old.testing.filed('initiative'));
    story.when('MoveProcedure', { version: was + 1, reason: '審査の迅速化' }, now.testing.director);
    expect(story.of('ProcedureMoved')).toMatchObject({
      from: { version: was },
      to: { version: was + 1 },
      reason: '審査の迅速化',
    });
    expect(story.when('AcceptDossier', {}, now.testing.intake).dossier?.stage).toBe('IN_REVIEW');
    expect(
      old.testing
        .filed('initiative')
        .refused('MoveProcedure', { version: was + 1, reason: 'x' }, old.testing.director).type,
    ).toBe('invalid-content');
  });
});
