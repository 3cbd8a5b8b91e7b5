import { ConsultationSheet, occurredAt, type LedgerEvent } from '#contracts';
import { evolve, pinnedProcedure, type Dossier } from '#domain';
import * as fc from 'fast-check';
import { caseFileOf } from '../apps/headquarters/src/cases/case-file';
import { explain } from '../apps/headquarters/src/cases/explain';
import { horizonOf } from '../apps/headquarters/src/cases/horizon';
import { namesFor } from '../apps/headquarters/src/cases/names';
import { sheetOf, type Look } from '../apps/headquarters/src/cases/sheet';
import { textsFor } from '../apps/headquarters/src/cases/texts';
import { takesPart, type Viewer } from '../apps/headquarters/src/cases/viewer';

import { liaison, tokyo } from '../libs/domain/src/testing';
import { answered, concluded, consulted, due, type KeptStory } from './headquarters/kept-story';

const viewer = (...organs: string[]): Viewer => ({
  organs: new Set(organs),
  secretariat: organs.includes('HQ'),
});
const secretariat = viewer('HQ');

interface Looked {
  position?: number;
  now?: string;
  /** Numbers of versions that are open; all when absent. */
  open?: number[];
}

/** A look of somebody who was told of everything. */
const lookOf = (story: KeptStory, who: Viewer, { position, now, open }: Looked = {}): Look => {
  const { ledger } = story;
  const present = caseFileOf(ledger)!;
  const file = position === undefined ? present : caseFileOf(ledger.slice(0, position))!;
  const versions = new Set(open ?? present.versions.keys());
  const admission = {
    ...{ dossierId: story.id, number: 'AI-R8-DA-GL-0001', streamVersion: ledger.length, versions },
    ...{ stage: present.dossier.stage, versionNo: present.dossier.current.no },
    told: ledger.map((event) => event.position),
  };
  return {
    ...{ file, admission, stage: file.dossier.stage, whole: takesPart(who, present), log: '' },
    names: namesFor(present, who, now ?? story.at),
    texts: textsFor(file, versions),
  };
};
const sheet = (story: KeptStory, who: Viewer, looked: Looked = {}) =>
  ConsultationSheet.parse(sheetOf(lookOf(story, who, looked)));

const story = concluded();
const { ledger } = story;
const positionAt = (at: string) => ledger.filter((event) => occurredAt(event) <= at).length;

describe('the consultation sheet', () => {
  it('says who was asked and why, what they said and when, and what silence became', () => {
    const [first, second] = sheet(story, secretariat).rounds;
    expect(first).toMatchObject({
      ...{ no: 1, kind: 'FULL', versionNo: 1, minimumDays: 15, state: 'CONTINUED', conclusion: null },
      ...{ dueAt: tokyo('2026-06-22', '17:00'), openedBy: { role: 'LIAISON', organ: 'DA' } },
    });
    const of = (organ: string) => first!.participants.find((one) => one.organ === organ);
    expect(of('PPC')).toMatchObject({
      ...{ position: 'CONDITIONAL', positionAt: tokyo('2026-06-15', '10:30'), late: false, silence: null },
      ...{ mandatoryExplicit: true, untouched: false },
    });
    expect(of('PPC')!.reasons.join()).toContain('personal-data');
    expect(of('MAFF')).toMatchObject({ position: null, silence: 'DEEMED_NO_OPINION', untouched: true });
    expect(second).toMatchObject({ kind: 'DELTA', state: 'CONCLUDED', conclusion: { outcome: 'AGREED' } });
    expect(second!.delta!.changes.map(({ clauseId }) => clauseId).sort()).toEqual([
      ...['annex-1', 'c1.3', 'c4.2', 'c5'],
    ]);
  });

  it('has every thread with its exchanges, and says whether its proof holds', () => {
    const { threads, counts } = sheet(story, secretariat);
    expect(threads.map(({ ref }) => ref)).toEqual(['PPC#1', 'MOF#1', 'MOD#1', 'METI#1', 'MIC#1']);
    expect(threads[0]).toMatchObject({
      ...{ organ: 'PPC', desk: '監視・監督室', heading: '学習データ', quotedText: '学習利用の有無' },
      ...{ state: 'CLOSED', disposition: 'ADOPTED', proof: { clauseId: 'c4.2', versionNo: 2, holds: true } },
    });
    expect(threads[0]!.exchanges.map(({ kind, organ }) => [kind, organ])).toEqual([
      ['answered', 'DA'],
      ['proved', 'DA'],
      ['closed', 'PPC'],
    ]);
    expect(counts.byOrgan.find(({ organ }) => organ === 'PPC')).toEqual({
      ...{ organ: 'PPC', must: 1, should: 0, note: 0, open: 0 },
    });
  });

  it('says what keeps a round from being concluded, as Conclude itself does', () => {
    const open = due(consulted(), 'round-1');
    const refused = open.refused('ConcludeRound', { roundNo: 1 }, liaison('DA'));
    const { threads, missing } = refused.extra as {
      threads: { thread: string }[];
      missing: { organ: string }[];
    };
    const shown = sheet(open, secretariat).missing;
    expect(shown.map(({ thread }) => thread).filter(Boolean)).toEqual(threads.map(({ thread }) => thread));
    expect(
      shown
        .filter(({ thread }) => !thread)
        .map(({ organ }) => organ)
        .sort(),
    ).toEqual(missing.map(({ organ }) => organ).sort());
    expect(shown.map(({ thread }) => thread)).toEqual(expect.arrayContaining(['PPC#1', 'MOD#1']));
    expect(sheet(story, secretariat).missing).toEqual([]);
  });

  it('shows those who did not take part that a round was held and how it ended, and nothing that was said', () => {
    const outside = sheet(story, viewer('MOE-X'));
    expect(outside).toMatchObject({ scope: 'OUTCOME', threads: [], statements: [], memoranda: [] });
    expect(outside.rounds.map(({ participants, unnamed }) => [participants, unnamed])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(JSON.stringify(outside)).not.toContain('PPC');
    expect(sheet(story, viewer('MAFF')).scope).toBe('CONSULTATION');
  });

  it('withholds the text of a version that is not open to the reader', () => {
    const seen = sheet(answered(), viewer('METI'), { open: [1] });
    expect(seen.version).toMatchObject({ no: 2, sha256: null });
    expect(seen.threads[0]).toMatchObject({
      quotedText: '学習利用の有無',
      proof: { text: null, holds: true },
    });
    expect(seen.notes.map(({ en }) => en)).toEqual(['The text of version 2 is not open to you.']);
    expect(JSON.stringify(seen)).not.toContain('防衛装備に関するものには');
  });
});

describe('names in a round that hides them', () => {
  const hidden = consulted({ hideNames: true });
  const during = { now: tokyo('2026-06-16') };

  it('are not shown to another participant before the due time, while what was said is', () => {
    const seen = sheet(hidden, viewer('METI'), during);
    expect(seen.rounds[0]!.namesHidden).toBe(true);
    expect(seen.rounds[0]!.participants.filter(({ position }) => position).map(({ organ }) => organ)).toEqual(
      ['METI'],
    );
    expect(seen.rounds[0]!.unnamed.length).toBeGreaterThanOrEqual(6);
    expect(seen.threads.map(({ organ, desk }) => organ ?? desk).filter((name) => name !== null)).toEqual([
      'METI',
    ]);
    expect(seen.threads[0]).toMatchObject({ ref: '*#1', organ: null, desk: null });
    expect(seen.threads[0]!.body).toContain('要配慮個人情報');
    expect(JSON.stringify({ ...seen, rounds: [] })).not.toMatch(/PPC|MOD|MIC/);
  });

  it('are shown to the lead and the secretariat, to everybody after the due time, and to each ministry its own', () => {
    for (const who of [secretariat, viewer('DA')])
      expect(sheet(hidden, who, during).threads[0]!.ref).toBe('PPC#1');
    expect(sheet(hidden, viewer('PPC'), during).threads[0]!.ref).toBe('PPC#1');
    const after = { now: tokyo('2026-06-22', '17:01') };
    expect(sheet(hidden, viewer('METI'), after).threads[0]!.ref).toBe('PPC#1');
  });

  it('are not shown by looking at an earlier moment, when the round was due earlier', () => {
    const extended = consulted({ hideNames: true }).when(
      'ExtendRound',
      { roundNo: 1, dueAt: tokyo('2026-06-25', '17:00'), reason: '関係局の調整のため' },
      liaison('DA'),
    );
    const position = extended.ledger.findIndex(({ type }) => type === 'RoundExtended');
    const between = { position, now: tokyo('2026-06-24') };
    expect(sheet(extended, viewer('METI'), between).threads[0]!.ref).toBe('*#1');
    expect(sheet(extended, secretariat, between).rounds[0]!.dueAt).toBe(tokyo('2026-06-22', '17:00'));
  });

  it('are in no explanation of a transition either', () => {
    const look = lookOf(hidden, viewer('METI'), during);
    const { transitions } = explain(look, viewer('METI'));
    const raised = transitions.filter(({ command }) => command === 'RaiseThread');
    expect(raised.map(({ actor }) => actor.organ)).toEqual([null, null, null, 'METI', null]);
    expect(JSON.stringify(raised)).not.toMatch(/PPC|MOD|MIC/);
  });
});

describe('a case as of any position', () => {
  it('is the fold of its events up to it: stage, text, every position and the state of every thread', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: ledger.length }), (position) => {
        let folded: Dossier | null = null;
        for (const event of ledger.slice(0, position))
          folded = evolve(folded, event, { ...event.meta.actor, at: occurredAt(event) });
        const seen = sheet(story, secretariat, { position });
        expect([seen.position, seen.stage, seen.version.sha256]).toEqual([
          ...[position, folded!.stage, folded!.current.sha256],
        ]);
        expect(
          seen.rounds.map(({ state, dueAt, participants }) => [
            ...[state, dueAt, participants.map((one) => [one.organ, one.position, one.silence])],
          ]),
        ).toEqual(
          folded!.rounds.map(({ state, dueAt, stands }) => [
            ...[state, dueAt, stands.map((one) => [one.organ, one.position ?? null, one.silence ?? null])],
          ]),
        );
        expect(seen.threads.map(({ ref, state, level }) => [ref, state, level])).toEqual(
          folded!.threads.map(({ ref, state, level }) => [ref, state, level]),
        );
      }),
      { numRuns: ledger.length, examples: ledger.map(({ position }) => [position] as [number]) },
    );
  });

  it('would not be, were one event forgotten: the sheet before each word differs from the one after', () => {
    const words = ledger.filter(({ type }) =>
      /^(PositionSet|ThreadRaised|ThreadAnswered|RoundOpened)$/.test(type),
    );
    for (const { position } of words) {
      const [short, whole] = [position - 1, position].map((upTo) =>
        sheet(story, secretariat, { position: upTo }),
      );
      expect({ ...short, position: 0, at: '' }).not.toEqual({ ...whole, position: 0, at: '' });
    }
    expect(words.length).toBeGreaterThan(15);
  });

  it('knows nothing of what came later', () => {
    const then = sheet(story, secretariat, { position: positionAt(tokyo('2026-06-22', '17:30')) });
    expect([then.stage, then.version.no, then.rounds.length]).toEqual(['CONSULTATION', 1, 1]);
    expect(then.threads.map(({ state }) => state)).toEqual(Array(5).fill('OPEN'));
    expect(then.threads.flatMap(({ exchanges }) => exchanges)).toEqual([]);
  });
});

describe('up to where a reader sees', () => {
  const admission = (told: number[], versionNo: number) => ({
    ...{ dossierId: story.id, number: null, streamVersion: 1, stage: 'X', versions: new Set<number>() },
    ...{ told, versionNo },
  });
  const second = ledger.find(({ type }) => type === 'DossierRevised')!.position;
  const everything = ledger.map(({ position }) => position);

  it('is the last event they were told of, before any text newer than the one the register shows', () => {
    expect(horizonOf(ledger, admission(everything, 2))).toBe(ledger.length);
    expect(horizonOf(ledger, admission(everything, 1))).toBe(second - 1);
    expect(horizonOf(ledger, admission([3, 5, 9], 1))).toBe(9);
    expect(horizonOf(ledger, admission([3, 5, ledger.length], 1))).toBe(5);
  });

  it('is no later than the moment that is asked for; a moment to come is now', () => {
    expect(horizonOf(ledger, admission([3, 5, 9], 1), { position: 8 })).toBe(5);
    expect(horizonOf(ledger, admission(everything, 2), { position: 99_999 })).toBe(ledger.length);
    expect(horizonOf(ledger, admission(everything, 2), { at: '2100-01-01T00:00:00.000Z' })).toBe(
      ledger.length,
    );
    expect(() => horizonOf(ledger, admission([3, 5, 9], 1), { position: 2 })).toThrow('did not exist then');
    expect(() => horizonOf(ledger, admission(everything, 2), { at: '2026-05-31T00:00:00.000Z' })).toThrow();
  });
});

type Explained = ReturnType<typeof explain>['transitions'][number];

/** The line of the procedure that an explanation names, found again. */
const lineOf = ({ rule: { transition } }: Explained, { procedure }: Dossier) =>
  pinnedProcedure(procedure).transitions.find(
    (one) =>
      one.command === transition?.command &&
      one.variant === (transition.variant ?? undefined) &&
      one.from.join() === transition.from.join() &&
      one.guards.join() === transition.guards.join(),
  );

const faultOfRule = (explained: Explained, before: Dossier, after: Dossier): string | undefined => {
  const { command, rule } = explained;
  // What a clock records is in no line, unless it moves the dossier.
  if (command === 'TickClock' && before.stage === after.stage && !rule.transition) return undefined;
  const line = lineOf(explained, before);
  if (!line) return `${command} is in no line of the procedure`;
  const leads = line.from.includes(before.stage) && (line.to ?? before.stage) === after.stage;
  if (!leads) return `${command} is explained by a line that does not lead there`;
  return rule.hash === before.procedure.hash ? undefined : `${command} names another procedure`;
};

/** Faults of an explanation, found by folding again and looking into the procedure. */
const faultsOf = ({ transitions }: ReturnType<typeof explain>, events: readonly LedgerEvent[]): string[] =>
  transitions.flatMap((explained) => {
    const { commandId, command, from, to } = explained;
    const own = events.filter(({ meta }) => meta.commandId === commandId);
    const before = caseFileOf(events.filter(({ position }) => position < own[0]!.position))?.dossier;
    const after = caseFileOf(events.filter(({ position }) => position <= own.at(-1)!.position))!.dossier;
    const moved = (before?.stage ?? null) === from && after.stage === to;
    return [
      ...(moved ? [] : [`${command} did not lead ${from} to ${to}`]),
      ...[before && faultOfRule(explained, before, after)].filter((fault) => fault !== undefined),
    ];
  });

describe('the explanation of every transition', () => {
  const look = lookOf(story, secretariat);
  const explained = explain(look, secretariat);

  it('is true when the ledger is replayed: the line of the pinned procedure leads from the state before to the one after', () => {
    expect(explained.transitions.length).toBeGreaterThan(30);
    expect(faultsOf(explained, ledger)).toEqual([]);
  });

  it('would be found false, were a line or a stage another', () => {
    const wrong = structuredClone(explained);
    const opened = wrong.transitions.find(({ command }) => command === 'OpenRound')!;
    opened.to = 'CONSULTED';
    wrong.transitions.find(({ command }) => command === 'FileDossier')!.rule.transition!.command = 'Lapse';
    expect(faultsOf(wrong, ledger)).toHaveLength(2);
  });

  it('has the evidence: how every MUST was settled, every position, the round that agreed, the clock that was due', () => {
    const of = (command: string) => explained.transitions.filter((one) => one.command === command);
    const [end] = of('ConcludeRound');
    expect(end).toMatchObject({
      from: 'CONSULTATION',
      to: 'CONSULTED',
      actor: { role: 'LIAISON', organ: 'DA' },
    });
    const settled = end!.evidence.find(({ guard }) => guard === 'every-must-settled')!.facts;
    expect(settled.ledger).toEqual(
      expect.arrayContaining([expect.objectContaining({ thread: 'PPC#1', end: 'PROVED' })]),
    );
    const [tick] = of('TickClock');
    expect(tick).toMatchObject({ causation: 'clock round-1 1', rule: { by: ['SYSTEM'], transition: null } });
    expect(tick!.evidence[0]).toMatchObject({
      guard: 'clock-due',
      facts: { dueAt: tokyo('2026-06-22', '17:00') },
    });
  });

  it('names persons to the secretariat and to their own organ only', () => {
    const persons = (who: Viewer) =>
      new Set(explain(lookOf(story, who), who).transitions.map(({ actor }) => actor.person));
    expect(persons(viewer('METI'))).toEqual(new Set([null, 'meti-liaison']));
    expect(persons(secretariat)).toContain('ppc-liaison');
  });

  it('is of those events only that the reader was told of', () => {
    const approval = ledger.filter(({ type }) => /Approv/.test(type)).map(({ position }) => position);
    const seen = lookOf(story, viewer('METI'));
    const admission = {
      ...seen.admission,
      told: seen.admission.told.filter((one) => !approval.includes(one)),
    };
    const commands = explain({ ...seen, admission }, viewer('METI')).transitions.flatMap(
      ({ events }) => events,
    );
    expect(commands).not.toContain('DossierApproved');
    expect(commands).toContain('DossierFiled');
  });
});
