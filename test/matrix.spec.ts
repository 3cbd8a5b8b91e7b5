import { Problem, dossierTypes, publicCommands, type Command, type Procedure } from '#contracts';
import { decide, type Dossier } from '#domain';
import { Story, actor, desk, exampleBody, monday, setting } from '../libs/domain/src/testing';

const draftOf = (type: (typeof dossierTypes)[number]['type'], procedure: Procedure): Dossier => {
  const body = exampleBody(type);
  const { dossier } = new Story().when('DraftDossier', body, desk(body.head.lead));
  const pin = { name: procedure.name, version: procedure.version, hash: setting.digest(procedure) };
  return { ...dossier!, procedure: pin };
};

const bare = publicCommands.filter(({ creates, name }) => !creates && name !== 'MoveProcedure');

/** The problem that a command meets in a stage; its data are of no use, since the stage is looked at first. */
const refusal = (dossier: Dossier, name: (typeof bare)[number]['name']): Problem | undefined => {
  const data = {
    type: dossier.type,
    clauseEdits: [],
    roundNo: 1,
    organ: 'METI',
    thread: 'METI#1',
    person: 'x',
    conditions: [],
  };
  const command = { name, dossierId: 'x', data, actor: actor('SYSTEM', 'HQ', 'someone'), at: monday };
  try {
    decide(dossier, command as unknown as Command, setting);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  return undefined;
};

const procedures = dossierTypes.flatMap(({ type, procedures: all }) =>
  all.map((procedure) => [type, procedure.version, procedure] as const),
);

describe.each(procedures)(
  'the matrix of stage and command of %s, version %i',
  (type, _version, procedure) => {
    const draft = draftOf(type, procedure);
    const allowedIn = (stage: string) =>
      new Set(procedure.transitions.filter(({ from }) => from.includes(stage)).map(({ command }) => command));
    const stages = Object.keys(procedure.stages);

    it.each(stages)('is complete in stage %s: what is not listed is refused with the list', (stage) => {
      const allowed = allowedIn(stage);
      const addressed = new Set<string>(publicCommands.map(({ name }) => name));
      for (const { name } of bare) {
        const problem = refusal({ ...draft, stage }, name);
        if (allowed.has(name)) expect([name, problem?.type]).not.toEqual([name, 'not-allowed-in-stage']);
        else
          expect([name, problem?.type, new Set(problem?.extra.allowed as string[])]).toEqual([
            name,
            'not-allowed-in-stage',
            new Set([...allowed].filter((command) => addressed.has(command))),
          ]);
      }
    });
  },
);
