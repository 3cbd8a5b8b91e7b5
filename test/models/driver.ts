import { Problem, commandSpec, parseEvent, type Command, type DomainEvent } from '#contracts';
import { decide, evolve, reservationsOf, runningRound, unsettled, type Dossier, type Setting } from '#domain';
import { filed, intake, kyogi, setting } from '../../libs/domain/src/testing';
import { businessDays } from './calendar';
import { Consultation, Refused } from './consultation';
import { attemptOf, head, saying, settling, type Attempt, type Commanding } from './attempts';
import { isSensible } from './sense';
import { clauses, subjects, type Sequence, type Step } from './steps';
import type { Member } from './world';

export type Decide = typeof decide;
export interface Tally {
  sequences: number;
  steps: number;
  /** Accepted and refused, by command. */
  commands: Record<string, { accepted: number; refused: number }>;
}
export const newTally = (): Tally => ({ sequences: 0, steps: 0, commands: {} });

const calendars = new Map<string, string[]>();
const calendarFrom = (start: string) => {
  const known = calendars.get(start) ?? businessDays(start, 700);
  calendars.set(start, known);
  return known;
};
const hours = { day: '01:00', evening: '07:30', due: '08:00' } as const; // 10:00, 16:30 and 17:00 in Tokyo.

const japan = setting.cabinet.organs;
const organOf = ({ slug, tag, voice, always }: Member) => ({
  ...japan.find((organ) => organ.slug === 'METI')!,
  ...{ slug, competenceTags: [tag], mandatoryExplicitFor: voice ? [tag] : [], defaultConsultee: always },
});
const cabinetOf = (members: Member[]): Setting['cabinet'] => ({
  ...setting.cabinet,
  organs: [
    japan.find(({ slug }) => slug === 'HQ')!,
    organOf({ slug: head, tag: 'justice', touched: false, voice: false, always: false }),
    ...members.map(organOf),
  ] as Setting['cabinet']['organs'],
});

const bases = new Map<string, Dossier>();
/** The dossier when the secretariat has received it. */
const receivedOn = (at: string, pages: number, tags: Record<string, string[]>): Dossier => {
  const key = `${at} ${pages}`;
  const known = bases.get(key);
  if (known) return known;
  const clause = (id: string, children: object[] = []) => ({
    id,
    text: '当初の案。',
    tags: tags[id] ?? [],
    children,
  });
  const story = filedWith(at, pages, [clause('a'), clause('b'), clause('c', [clause('c.1')]), clause('e')]);
  bases.set(key, story.dossier!);
  return story.dossier!;
};
const filedWith = (at: string, pages: number, text: object[]) => {
  const lone = { lead: 'DA', competenceTags: subjects };
  const story = filed('guideline', { pages }, lone, at).when('AcceptDossier', {}, intake);
  const { current } = story.dossier!;
  const body = { ...current.body, head: { ...current.body.head, lead: head }, clauses: text };
  const version = { ...current, body: body as typeof current.body, sha256: setting.digest(body) };
  story.dossier = { ...story.dossier!, current: version };
  return story;
};

/** The code that is tried, beside the reference; every step is tried on both, and then both are looked at. */
export class Pair {
  readonly reference: Consultation;
  dossier: Dossier;
  private readonly days: string[];
  private readonly outcomes: string[] = [];
  private readonly world: Setting;

  constructor(
    { world, start }: Sequence,
    private readonly decides: Decide,
    private readonly tally: Tally,
  ) {
    this.days = calendarFrom(start);
    this.reference = new Consultation(world);
    this.dossier = receivedOn(this.at('day', 0), world.wholeDays === 15 ? 48 : 20, world.tags);
    this.world = { ...setting, cabinet: cabinetOf(world.members) };
    this.named = world.members.flatMap(({ slug, named }) => (named ? [{ organ: slug, mode: named }] : []));
    this.members = world.members.map(({ slug }) => slug);
  }
  /** Whom the lead names in the first round. */
  readonly named: object[];
  readonly members: string[];

  take(step: Step): void {
    this.tally.steps++;
    const { reference } = this;
    switch (step.do) {
      case 'everybody':
        for (const { organ } of [...(reference.running?.seats ?? [])])
          this.both(saying(organ, step.position, reference));
        return;
      case 'settle':
        for (const thread of reference.unsettled) this.both(settling(step.how, thread));
        return;
      case 'escalate':
        for (let i = 0; i < step.times; i++) this.one(step);
        return;
      case 'pass':
        return this.pass(step);
      case 'abandon':
        if (step.meant === 0) this.one(step);
        return;
      case 'revise':
        // A text that is written anew before it is circulated goes back to its draft, which is outside of the model.
        if (reference.stage !== 'ACCEPTED') this.one(step);
        return;
      default:
        return this.one(step);
    }
  }

  /** One command on both sides. */
  private one(step: Commanding): void {
    this.both(attemptOf(step, this.reference, this));
  }

  /** Days pass, and what falls due on the way is done in its order: in time, or late. */
  private pass({ days, evening, away }: Extract<Step, { do: 'pass' }>): void {
    const { reference } = this;
    const until = reference.day + days;
    if (days === 0 && reference.evening) return;
    for (;;) {
      if (away) reference.day = until;
      const due = [...reference.clocks]
        .filter(([, clock]) => !clock.fired && clock.due < until && reference.running?.state !== 'SUSPENDED')
        .sort(([a, x], [b, y]) => x.due - y.due || (a < b ? -1 : 1));
      const [next] = due;
      if (!next || (away && this.skipsTicks)) break;
      const [clock, { due: on }] = next;
      reference.day = away ? until : on;
      reference.atDue = !away;
      // What is said at 17:00 counts from the next day.
      reference.evening = !away;
      const running = this.dossier.clocks[clock]!;
      const data = { clock, epoch: running.epoch, mark: 'due', markAt: running.dueAt };
      const at = away ? this.at('day', until) : running.dueAt;
      this.both({ name: 'TickClock', data, by: kyogi, refer: (it) => it.tick(clock) }, at);
    }
    reference.day = until;
    reference.atDue = false;
    reference.evening = evening;
    this.skipsTicks = away && !this.skipsTicks;
    this.compare('pass');
  }
  /** A worker that is away does nothing on the first day, and everything on the next on which it is away. */
  private skipsTicks = true;

  at(hour: keyof typeof hours, day: number): string {
    return `${this.days[day]!}T${hours[hour]}:00.000Z`;
  }

  private both(
    { name, data, by, refer }: Attempt,
    at = this.at(this.reference.evening ? 'evening' : 'day', this.reference.day),
  ): void {
    const command = {
      name,
      dossierId: 'x',
      data: commandSpec(name).data.parse(data),
      actor: by,
      at,
      ties: [],
    };
    const why = this.refusal(command as unknown as Command);
    const expected = refusalOf(() => refer(this.reference));
    const counts = (this.tally.commands[name] ??= { accepted: 0, refused: 0 });
    counts[why ? 'refused' : 'accepted']++;
    if (Boolean(why) !== Boolean(expected))
      throw new Error(
        `${name} ${JSON.stringify(data)}: the code ${why ? `refuses (${why})` : 'accepts'}, the reference ${expected ? `refuses (${expected})` : 'accepts'}`,
      );
    this.compare(name);
  }

  private refusal(command: Command): string | undefined {
    try {
      for (const event of this.decides(this.dossier, command, this.world)) this.apply(event, command);
      return undefined;
    } catch (error) {
      if (error instanceof Problem) return `${error.type}: ${error.detail}`;
      throw error;
    }
  }

  private apply(event: DomainEvent, { actor: by, at }: Command): void {
    const read = parseEvent(event.type, 1, JSON.parse(JSON.stringify(event.data)));
    if (read.type === 'RoundConcluded') {
      const reserved = reservationsOf(this.dossier).map(({ thread }) => thread);
      if (read.data.sha256 !== this.dossier.current.sha256) throw new Error('another text was frozen');
      this.outcomes.push(`${read.data.outcome} ${reserved.join()}`);
    }
    this.dossier = evolve(this.dossier, read, { ...by, at });
  }

  private compare(after: string): void {
    const [is, shouldBe] = [this.seen(), this.expected()];
    for (const part of Object.keys(shouldBe) as (keyof typeof shouldBe)[]) {
      const [code, reference] = [JSON.stringify(is[part]), JSON.stringify(shouldBe[part])];
      if (code !== reference)
        throw new Error(`after ${after}, ${part}:\n  code      ${code}\n  reference ${reference}`);
    }
  }

  private expected() {
    const it = this.reference;
    return {
      stage: it.stage,
      text: clauses.map((clause) => it.text[clause] ?? null),
      rounds: it.rounds.map(({ no, kind, state, due, seats, objections }) => [
        ...[no, kind, state, due],
        objections.map((one) => [one.no, one.organ, one.also, one.decided]),
        seats
          .map((one) => [
            one.organ,
            one.mode,
            one.explicit,
            one.position,
            one.late,
            one.silence,
            one.released,
          ])
          .sort(),
      ]),
      threads: it.threads.map((one) => [
        ...[one.ref, one.weight, one.state, one.reopened, one.level, one.disposition, one.closedBy],
        one.proof && [one.proof.clause, one.proof.text],
      ]),
      unsettled: it.unsettled.map(({ ref }) => ref),
      outcomes: it.outcomes,
      clocks:
        it.running?.state === 'SUSPENDED'
          ? []
          : [...it.clocks].map(([name, { due, fired }]) => [name, due, fired]).sort(byName),
    };
  }

  private seen(): Record<keyof ReturnType<Pair['expected']>, unknown> {
    const { stage, current, rounds, threads, clocks } = this.dossier;
    const flat = current.body.clauses.flatMap((one) => [one, ...one.children]);
    return {
      stage,
      text: clauses.map((clause) => flat.find(({ id }) => id === clause)?.text ?? null),
      rounds: rounds.map(({ no, kind, state, dueAt, stands, objections }) => [
        ...[no, kind, state, this.dayOf(dueAt)],
        objections.map((one) => [one.objectionNo, one.organ, one.also, one.ruling !== undefined]),
        stands
          .map((one) => [
            one.organ,
            one.mode,
            one.mandatoryExplicit,
            one.position,
            one.late,
            one.silence,
            one.released,
          ])
          .sort(),
      ]),
      threads: threads.map((one) => [
        ...[one.ref, one.weight, one.state, one.reopened, one.level, one.disposition, one.closedBy],
        one.proof && [one.proof.clauseId, one.proof.text],
      ]),
      unsettled:
        runningRound(rounds) || stage === 'CONSULTED'
          ? unsettled(this.dossier).map(({ thread }) => thread)
          : this.reference.unsettled.map(({ ref }) => ref),
      outcomes: this.outcomes,
      clocks: Object.entries(clocks)
        .filter(([, { running }]) => running)
        .map(([name, { dueAt, reached }]) => [name, this.dayOf(dueAt), reached.includes('due')])
        .sort(byName),
    };
  }

  private dayOf(dueAt: string): number {
    const [date = '', time = ''] = dueAt.split('T');
    return time === `${hours.due}:00.000Z` ? this.days.indexOf(date) : -1;
  }
}

const byName = ([a]: unknown[], [b]: unknown[]) => (String(a) < String(b) ? -1 : 1);

const refusalOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
};

/** Tries a whole sequence; throws at the first difference. */
export const play = (sequence: Sequence, decides: Decide = decide, tally = newTally()): void => {
  tally.sequences++;
  const pair = new Pair(sequence, decides, tally);
  for (const { wild, step } of sequence.steps) if (wild || isSensible(step, pair.reference)) pair.take(step);
};
