import { commands, dossierTypes } from '#contracts';
import { guards } from './dossier/guards.js';
import { approver, desk, exampleBody, liaison, setting, Story } from './testing.js';

const names = new Set<string>([...commands.map(({ name }) => name), 'Lapse', 'Archive', 'BecomeReviewDue']);
const periods = { ...setting.cabinet.policy.clockDays, ...setting.cabinet.policy.expiry };

describe.each(dossierTypes.map((type) => [type.type, type] as const))('the dossier type %s', (name, type) => {
  const procedures = type.procedures.map((procedure) => [procedure.version, procedure] as const);

  it('has an example that its lead can draft', () => {
    const body = exampleBody(name);
    const story = new Story().when('DraftDossier', body, desk(body.head.lead));
    expect(story.dossier).toMatchObject({ type: name, stage: type.procedures.at(-1)?.initial });
  });

  it('carries its example to the secretariat, when its procedure files', () => {
    const body = exampleBody(name);
    const { lead } = body.head;
    const story = new Story().when('DraftDossier', body, desk(lead));
    const files = type.procedures.at(-1)?.transitions.some(({ command }) => command === 'FileDossier');
    if (files)
      story
        .when('RequestApproval', {}, desk(lead))
        .when('ApproveDossier', {}, approver(lead))
        .when('FileDossier', {}, liaison(lead));
    expect(story.dossier?.stage).toBe(files ? 'FILED' : type.procedures.at(-1)?.initial);
  });

  it.each(procedures)('names only commands, guards and periods that exist, in version %i', (_, procedure) => {
    const used = procedure.transitions.flatMap(({ command, guards: named }) => [
      names.has(command) || command,
      ...named.map((guard) => guard in guards || guard),
    ]);
    const clocks = Object.values(procedure.stages).flatMap((stage) =>
      stage.clocks.map(({ period }) => period in periods || period),
    );
    expect([...used, ...clocks].filter((known) => known !== true)).toEqual([]);
  });

  it.each(procedures)(
    'can leave every stage that is not final, and reach every one, in version %i',
    (_, procedure) => {
      const left = new Set(procedure.transitions.flatMap(({ from }) => from));
      const reached = new Set([procedure.initial, ...procedure.transitions.flatMap(({ to }) => to ?? [])]);
      for (const [stage, { final }] of Object.entries(procedure.stages)) {
        expect([stage, reached.has(stage)]).toEqual([stage, true]);
        if (final) expect([stage, left.has(stage)]).toEqual([stage, false]);
      }
    },
  );

  it('has versions that rise by one', () => {
    expect(type.procedures.map(({ version }) => version)).toEqual(type.procedures.map((__, i) => i + 1));
  });
});

describe('an oral item', () => {
  const drafted = (more: object) => {
    const body = exampleBody('oral-item');
    return () => new Story().when('DraftDossier', { ...body, ...more }, desk(body.head.lead));
  };

  it('has no text: neither clauses nor a summary', () => {
    const { head } = exampleBody('oral-item');
    expect(drafted({ clauses: [{ id: 'c1', text: '内容', children: [] }] })).toThrow('clauses: an oral item');
    expect(drafted({ head: { ...head, summary: '内容' } })).toThrow('head.summary: an oral item');
    expect(drafted({})).not.toThrow();
  });
});
