import fc from 'fast-check';
import { Problem, type Disposition, type DomainEvent, type Weight } from '#contracts';
import { desk, endorser, filed, intake, kyogi, liaison, Story, tick } from '../testing.js';
import type { Dossier } from '../dossier/state.js';
import { unsettled } from './comment-ledger.js';
import type { Thread } from './thread.js';

/** What the property holds for: the rules of this build, or a known-bad variant of one of them. */
interface Rules {
  unsettled: (dossier: Dossier) => readonly { thread: string }[];
  /** What else the end of a commenter's window does. */
  alsoAtWindow: (thread: Thread) => DomainEvent[];
}
const rules: Rules = { unsettled, alsoAtWindow: () => [] };

const start = ((): Story => {
  const story = filed('guideline')
    .when('AcceptDossier', {}, intake)
    .when('OpenRound', { kind: 'FULL', participants: [] }, liaison('DA'));
  return tick(story, 'round-1', 'due');
})();

const words = ['甲を確かめる。', '乙を確かめる。', '丙を確かめる。'] as const;
const organs = ['PPC', 'METI'] as const;
const adoptions: Disposition[] = ['ADOPTED', 'PARTLY_ADOPTED'];
const dispositions: Disposition[] = [...adoptions, 'NOT_ADOPTED', 'EXPLAINED'];
const weights: Weight[] = ['MUST', 'MUST', 'SHOULD', 'NOTE'];

type Step = (story: Story, rules: Rules) => void;

const ref = fc.constantFrom('PPC#1', 'PPC#2', 'METI#1');
const word = fc.constantFrom(...words);
const clauseId = fc.constantFrom('c4.2', 'c1');
const organOf = (thread: string) => thread.split('#')[0]!;
/** What the clause says now, in three of four cases; else some words that may stand there or not. */
const quoted = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: word });
const textOf = (dossier: Dossier, id: string): string | undefined => {
  const [c1, c4] = dossier.current.body.clauses;
  return { c1, 'c4.2': c4!.children[0] }[id]?.text;
};
const prove = ({ dossier }: Story, clauseId: string, text: string | null) => ({
  proof: { versionNo: dossier!.current.no, clauseId, text: text ?? textOf(dossier!, clauseId) },
});

const raising = fc
  .tuple(fc.constantFrom(...organs), fc.constantFrom(...weights), fc.option(word))
  .map(([organ, weight, proposed]): Step => (story) => {
    const proposedText = proposed === null ? {} : { proposedText: proposed };
    const thread = { kind: 'OPINION', weight, clauseId: 'c4.2', body: '意見', ...proposedText };
    story.when('RaiseThread', { roundNo: 1, organ, thread }, liaison(organ));
  });
const answering = fc
  .tuple(ref, fc.constantFrom(...dispositions), fc.boolean(), clauseId, quoted)
  .map(([thread, disposition, proves, clause, text]): Step => (story) => {
    const proof = proves && adoptions.includes(disposition) ? prove(story, clause, text) : {};
    story.when('AnswerThread', { thread, answer: '回答', disposition, ...proof }, desk('DA'));
  });
const proving = fc.tuple(ref, clauseId, quoted).map(([thread, clause, text]): Step => (story) => {
  story.when('ProveDisposition', { thread, ...prove(story, clause, text) }, desk('DA'));
});
const revising = fc.tuple(clauseId, word).map(([clause, text]): Step => (story) => {
  const clauseEdits = [{ op: 'replace', clauseId: clause, text }];
  story.when('ReviseDossier', { type: 'guideline', clauseEdits }, desk('DA'));
});
const commenting = (name: 'CloseThread' | 'WithdrawThread') =>
  ref.map((thread): Step => (story) => {
    story.when(name, { thread }, liaison(organOf(thread)));
  });
const reopening = fc.tuple(ref, fc.option(word)).map(([thread, text]): Step => (story) => {
  const proposed = text === null ? {} : { proposedText: text };
  story.when('ReopenThread', { thread, body: '再意見', ...proposed }, liaison(organOf(thread)));
});
const escalating = ref.map((thread): Step => (story) => {
  story.when('EscalateThread', { thread, organ: 'DA', reason: '上げる' }, liaison('DA'));
});
const reserving = ref.map((thread): Step => (story) => {
  story.when('ReserveThread', { thread, reason: '留保' }, endorser);
});
const ticking = fc
  .tuple(ref, fc.constantFrom('reopen', 'reopen', 'answer', 'escalation'))
  .map(([thread, kind]): Step => (story, { alsoAtWindow }) => {
    const clock = `${kind} ${thread}`;
    const running = story.dossier!.clocks[clock];
    const before = story.dossier!.threads.find((one) => one.ref === thread);
    if (!running || !before) return;
    if (story.at < running.dueAt) story.at = running.dueAt;
    const { dueAt: markAt, epoch } = running;
    story.when('TickClock', { clock, epoch, mark: 'due', markAt }, kyogi);
    if (kind === 'reopen') story.resume(alsoAtWindow(before));
  });

/** What settles a thread for good is rare, so that most of a run goes on about threads that live. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: raising },
  { weight: 8, arbitrary: answering },
  { weight: 10, arbitrary: proving },
  { weight: 3, arbitrary: revising },
  { weight: 4, arbitrary: commenting('CloseThread') },
  { weight: 1, arbitrary: commenting('WithdrawThread') },
  { weight: 3, arbitrary: reopening },
  { weight: 2, arbitrary: escalating },
  { weight: 1, arbitrary: reserving },
  { weight: 4, arbitrary: ticking },
);

/** The words stand in that clause of the present text: looked for here without any of the rules' code. */
const stands = (dossier: Dossier, { proof }: Thread): boolean =>
  proof !== undefined && textOf(dossier, proof.clauseId)?.includes(proof.text) === true;

const accepted = (events: readonly DomainEvent[], { ref: thread }: Thread): boolean => {
  const own = events.filter(({ data }) => 'thread' in data && data.thread === thread);
  const last = own.findLast(({ type }) => type !== 'DispositionProved');
  return last?.type === 'ThreadClosed' && last.data.by === 'commenter';
};

/** When a MUST may count as settled, said from the events and the text alone. */
const mayBeSettled = ({ dossier, events }: Story, thread: Thread): boolean => {
  if (thread.state === 'WITHDRAWN' || thread.state === 'RESERVED') return true;
  if (!thread.disposition || !adoptions.includes(thread.disposition)) return accepted(events, thread);
  if (!stands(dossier!, thread)) return false;
  return accepted(events, thread) || thread.proof?.text === thread.proposedText;
};

const counts = { settled: 0, proved: 0 };

const holds = (story: Story, { unsettled: of }: Rules): boolean => {
  const dossier = story.dossier!;
  const open = new Set(of(dossier).map(({ thread }) => thread));
  const musts = dossier.threads.filter(({ weight }) => weight === 'MUST');
  const settled = musts.filter((thread) => !open.has(thread.ref));
  counts.settled += settled.length;
  counts.proved += settled.filter(({ proof }) => proof).length;
  return (
    musts.every(({ closedBy }) => closedBy !== 'silence') &&
    settled.every((thread) => mayBeSettled(story, thread))
  );
};

const take = (story: Story, one: Step, variant: Rules): void => {
  try {
    one(story, variant);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
};

const property = (variant: Rules) =>
  fc.property(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), (steps) => {
    const story = new Story();
    [story.dossier, story.at] = [start.dossier, start.at];
    return steps.every((one) => {
      take(story, one, variant);
      return holds(story, variant);
    });
  });

const run = { seed: 3, numRuns: 500 };

describe('whatever is said and done about threads', () => {
  it('closes no MUST by silence, and settles one only by its text, its acceptance, its withdrawal or its reservation', () => {
    fc.assert(property(rules), run);
    // The runs have come where the rules matter.

    expect(counts.settled).toBeGreaterThan(1_000);
    expect(counts.proved).toBeGreaterThan(100);
  });

  it('would be caught, were MUSTs closed by silence', () => {
    const alsoAtWindow = ({ ref: thread, weight, state }: Thread): DomainEvent[] =>
      weight === 'MUST' && state === 'ANSWERED'
        ? [{ type: 'ThreadClosed', data: { thread, by: 'silence' } }]
        : [];
    expect(fc.check(property({ ...rules, alsoAtWindow }), run).failed).toBe(true);
  });

  it('would be caught, were an adoption believed without its proof', () => {
    const believed = (dossier: Dossier): Dossier => ({
      ...dossier,
      threads: dossier.threads.map((thread) =>
        thread.disposition && adoptions.includes(thread.disposition)
          ? { ...thread, disposition: 'EXPLAINED' }
          : thread,
      ),
    });
    const variant = { ...rules, unsettled: (dossier: Dossier) => unsettled(believed(dossier)) };
    expect(fc.check(property(variant), run).failed).toBe(true);
  });

  it('would be caught, were a proof looked at once and not in the present text', () => {
    const once = (dossier: Dossier) =>
      unsettled(dossier).filter(({ why }) => !why.startsWith('the text that satisfied it is no longer'));
    expect(fc.check(property({ ...rules, unsettled: once }), run).failed).toBe(true);
  });
});
