import type { Kind, Member, Mode, Objection, Round, Said, Seat, Thread, Words, World } from './world';

interface Opening {
  kind: Kind;
  by: string;
  days?: number;
  named: (readonly [string, Mode])[];
}

/** Where an organ stands in the consultation as a whole. */
interface Voice {
  asked: number;
  explicit: boolean;
  position?: Said;
  /** Its MUSTs that were settled when it said so. */
  past?: string[];
}

export class Refused extends Error {}
const need = (holds: unknown, rule: string): void => {
  if (!holds) throw new Refused(rule);
};
const agreeing = ['CONCUR', 'CONCUR_WITH_COMMENTS', 'NO_OPINION'];
const unresolved = ['OPEN', 'ANSWERED', 'REOPENED', 'ESCALATED'];
const rungs = [0, 3, 3, 2, 2];
/** Whoever was only told and spoke nevertheless is not asked anew, lest its words be lost. */
const takesPart = ({ mode, position }: Seat) => mode !== 'INFORM' || position !== undefined;
const asks = ({ mode, released }: Seat) => mode !== 'INFORM' && !released;
const adopted = ({ disposition = '' }: Thread) => ['ADOPTED', 'PARTLY_ADOPTED'].includes(disposition);

/**
 * A small second opinion on consultations, written from the field's rules and not from the code: mutable objects, days as whole numbers
 * of business days, and no clock but "this day has passed". It answers one question: what may happen next, and what follows?
 */
export class Consultation {
  stage = 'ACCEPTED';
  day = 0;
  /** After the latest hour of circulation: what is sent now counts from the next day. */
  evening = false;
  /** It is 17:00, and clocks run out. */
  atDue = false;
  text: Record<string, string>;
  rounds: Round[] = [];
  threads: Thread[] = [];
  outcomes: string[] = [];
  clocks = new Map<string, { due: number; fired: boolean; left?: number }>();
  private consultation = 0;
  private readonly voices = new Map<string, Voice>();
  private readonly wording = new Set<string>();

  constructor(private readonly world: World) {
    this.text = { ...world.text };
  }

  /** The day that counts as the day of sending. */
  get from() {
    return this.day + (this.evening ? 1 : 0);
  }
  get running() {
    return this.rounds.findLast(({ state }) => ['OPEN', 'SUSPENDED', 'ANSWERING'].includes(state));
  }
  get inPlay() {
    return this.threads.filter(({ consultation }) => consultation === this.consultation);
  }
  /** From the text that was asked about last. */
  get differs() {
    return this.changed().length > 0;
  }
  get unsettled() {
    return this.inPlay.filter((thread) => thread.weight === 'MUST' && !this.settled(thread));
  }

  open({ kind, by, days, named }: Opening) {
    const former = this.running;
    need(!former || former.state === 'ANSWERING', 'one round at a time');
    need(kind !== 'EXPEDITED' || by === 'approver', 'authoriser');
    const whole = this.stage === 'ACCEPTED';
    const { seats, least } = whole ? this.wholeRound(kind) : this.deltaRound(kind, named);
    const length = days ?? (kind === 'EXPEDITED' ? 2 : least);
    need(length >= (kind === 'EXPEDITED' ? 2 : least), 'minimum period');
    if (former) {
      former.state = 'CONTINUED';
      this.clocks.delete(`round-${former.no}`);
    }
    if (whole) {
      this.consultation++;
      this.voices.clear();
    }
    const no = this.rounds.length + 1;
    const due = this.from + length;
    const [window, text] = [this.from + 1, { ...this.text }];
    this.rounds.push({ no, kind, state: 'OPEN', due, window, objections: [], seats, text });
    this.stage = 'CONSULTATION';
    this.start(`round-${no}`, due);
    for (const seat of seats) this.ask(seat, no);
  }

  position(organ: string, position: Said) {
    const round = this.moving();
    const seat = this.seat(round, organ);
    const own = this.unsettled.some((thread) => thread.organ === organ);
    need(!own || !agreeing.includes(position), 'own MUST');
    Object.assign(seat, { position, late: this.day > round.due });
    Object.assign(this.voices.get(organ)!, { position, past: this.settledMusts(organ) });
    this.allSpoken(round);
  }

  object(organ: string, also?: string) {
    const round = this.moving();
    this.seat(round, organ);
    need(round.state === 'OPEN' && this.day <= round.window, 'window');
    need(!round.objections.some((one) => one.organ === organ && one.also === also), 'once');
    need(!round.seats.some((seat) => seat.organ === also && takesPart(seat)), 'asked already');
    const no = this.rounds.flatMap(({ objections }) => objections).length + 1;
    round.objections.push({ no, organ, also, decided: false });
    this.start(`allocation-${no}`, this.from + 1);
  }

  rule(no: number, upheld: boolean) {
    const round = this.moving();
    const objection = round.objections.find((one) => one.no === no && !one.decided);
    need(objection, 'objection');
    this.decided(objection!);
    if (upheld && objection!.also) this.add(round, objection!.also);
    else if (upheld) this.release(round, objection!.organ);
    this.allSpoken(round);
  }

  raise(organ: string, thread: Pick<Thread, 'weight' | 'question' | 'clause' | 'proposed'>) {
    const round = this.moving();
    this.seat(round, organ);
    need(thread.clause === undefined || thread.clause in round.text, 'anchor');
    need(thread.clause !== undefined || thread.proposed === undefined, 'text for no clause');
    const no = this.threads.filter((one) => one.organ === organ).length + 1;
    const ref = `${organ}#${no}`;
    const { consultation } = this;
    this.threads.push({
      ref,
      organ,
      consultation,
      round: round.no,
      ...thread,
      state: 'OPEN',
      reopened: 0,
      level: 0,
    });
    if (round.state === 'ANSWERING') this.start(`answer ${ref}`, this.from + 5);
  }

  answer(ref: string, disposition?: string, proof?: Words) {
    const thread = this.thread(ref);
    const lost = thread.state === 'CLOSED' && adopted(thread) && !this.holds(thread.proof);
    need(lost || unresolved.includes(thread.state), 'state');
    need(thread.question ? !disposition || disposition === 'EXPLAINED' : disposition, 'disposition');
    need(!proof || adopted({ ...thread, disposition: disposition ?? '' }), 'proof of nothing');
    need(!proof || this.holds(proof), 'proof');
    for (const old of ['disposition', 'proof', 'closedBy'] as const) delete thread[old];
    Object.assign(thread, {
      state: 'ANSWERED',
      ...(disposition && { disposition }),
      ...(proof && { proof }),
    });
    this.stop(ref, 'answer', 'reopen');
    this.start(`reopen ${ref}`, this.from + 3);
  }

  prove(ref: string, proof: Words) {
    const thread = this.thread(ref);
    need(['ANSWERED', 'ESCALATED', 'CLOSED'].includes(thread.state) && adopted(thread), 'adopted');
    const { proof: shown, proposed, clause, weight } = thread;
    const own = weight !== 'MUST' || (proposed === proof.text && clause === proof.clause);
    need(thread.state !== 'CLOSED' || (shown ? shown.text === proof.text : own), 'accepted text');
    need(this.holds(proof), 'proof');
    thread.proof = proof;
  }

  close(ref: string, by: string) {
    this.end(this.own(ref, by), { state: 'CLOSED', closedBy: 'commenter' });
  }
  withdraw(ref: string, by: string) {
    this.end(this.own(ref, by), { state: 'WITHDRAWN' });
  }
  reserve(ref: string, by: string) {
    const thread = by === 'secretariat' ? this.thread(ref) : this.own(ref, by);
    need(unresolved.includes(thread.state) && thread.level >= 2, 'level');
    this.end(thread, { state: 'RESERVED' });
  }

  reopen(ref: string, by: string, proposed?: string) {
    const thread = this.own(ref, by);
    const window = this.clocks.get(`reopen ${ref}`);
    need(thread.state === 'ANSWERED', 'state');
    need(thread.weight === 'MUST' || (window && this.day <= window.due), 'window');
    need(proposed === undefined || (!thread.question && thread.clause !== undefined), 'text for no clause');
    thread.reopened++;
    thread.state = 'REOPENED';
    delete thread.proposed;
    if (proposed !== undefined) thread.proposed = proposed;
    this.stop(ref, 'reopen');
    this.start(`answer ${ref}`, this.from + 5);
  }

  escalate(ref: string, by: string) {
    const thread = this.thread(ref);
    need(by === 'LED' || by === thread.organ, 'sides');
    need(unresolved.includes(thread.state) && thread.weight !== 'NOTE' && thread.level < 4, 'state');
    this.climb(thread, this.from);
  }

  suspend(by: string) {
    const round = this.moving();
    if (round.state === 'OPEN' && this.day > round.due) this.passDeadline(round);
    const from = round.state as 'OPEN' | 'ANSWERING';
    if (from === 'ANSWERING') this.clocks.delete(`round-${round.no}`);
    for (const clock of this.clocks.values()) clock.left = Math.max(0, clock.due - this.from);
    const isOpen = this.day <= round.window;
    const suspended = { from, by, ...(isOpen && { left: Math.max(0, round.window - this.from) }) };
    Object.assign(round, { state: 'SUSPENDED', suspended });
  }

  resume(by: string) {
    const round = this.running;
    need(round?.state === 'SUSPENDED' && round.suspended?.by === by, 'suspended');
    round!.state = round!.suspended!.from;
    // What had run out before is late, and does not run out again.
    for (const [name, { left = 0, fired }] of this.clocks) if (!fired) this.start(name, this.from + left);
    if (round!.suspended!.left !== undefined) round!.window = this.from + round!.suspended!.left;
    round!.due = this.clocks.get(`round-${round!.no}`)?.due ?? round!.due;
  }

  extend(by: string, days: number) {
    const round = this.moving();
    need(round.state === 'OPEN' && this.day <= round.due && days > 0, 'over');
    need(by === 'approver' || (days <= 5 && !round.extended), 'free extension');
    round.due += days;
    round.extended ||= by === 'lead';
    this.start(`round-${round.no}`, round.due);
  }

  revise(clause: string, words?: string) {
    const state = this.running?.state;
    need(this.stage === 'CONSULTED' || (this.stage === 'CONSULTATION' && state !== 'OPEN'), 'stage');
    need(this.text[clause] !== words, 'changes nothing');
    if (words === undefined) delete this.text[clause];
    else this.text[clause] = words;
    this.wording.delete(clause);
  }

  mark(clause: string) {
    need(this.stage !== 'ACCEPTED' && this.changed().includes(clause), 'unchanged');
    this.wording.add(clause);
  }

  conclude() {
    const round = this.moving();
    need(round.state === 'ANSWERING' || this.day > round.due, 'somebody may still speak');
    need(this.unsettled.length === 0, 'MUST');
    for (const [organ, { asked, explicit, position, past = [] }] of this.voices) {
      const musts = this.inPlay
        .filter(
          (thread) => thread.organ === organ && thread.weight === 'MUST' && thread.state !== 'WITHDRAWN',
        )
        .some(({ ref, state }) => state === 'RESERVED' || !past.includes(ref));
      if (this.isReleased(organ, asked)) continue;
      need(musts || (position !== 'OBJECT' && position !== 'CONDITIONAL'), `${organ} objects`);
      need(position || asked === 0 || !explicit, `${organ} must speak`);
    }
    need(this.delta().length === 0, 'another text');
    if (round.state === 'OPEN') this.passDeadline(round);
    round.state = 'CONCLUDED';
    const reserved = this.inPlay.filter(({ state }) => state === 'RESERVED').map(({ ref }) => ref);
    this.outcomes.push(`${reserved.length > 0 ? 'WITH_RESERVATION' : 'AGREED'} ${reserved.join()}`);
    this.leave('CONSULTED');
  }

  abandon() {
    need(this.running, 'round');
    const last = this.rounds.findLastIndex(({ state }) => state === 'CONCLUDED');
    for (const round of this.rounds.slice(last + 1)) round.state = 'ABANDONED';
    this.leave('ACCEPTED');
  }

  /** A day has passed that a clock waited for. */
  tick(name: string) {
    const clock = this.clocks.get(name)!;
    clock.fired = true;
    const round = this.running;
    if (name === `round-${round?.no}` && round?.state === 'OPEN') this.passDeadline(round);
    const objection = round?.objections.find(({ no }) => name === `allocation-${no}`);
    if (round && objection && !objection.decided) {
      this.decided(objection);
      this.allSpoken(round);
    }
    const thread = this.threads.find(({ ref }) => name.endsWith(` ${ref}`));
    if (thread) this.runOut(name, thread, clock.due);
  }

  private runOut(name: string, thread: Thread, due: number) {
    const { state, weight, level } = thread;
    if (name.startsWith('reopen') && state === 'ANSWERED' && weight !== 'MUST')
      this.end(thread, { state: 'CLOSED', closedBy: 'silence' });
    // A MUST answered in its own words waits for nobody.
    const owed =
      unresolved.includes(state) && !(state === 'ANSWERED' && weight === 'MUST' && this.settled(thread));
    if (name.startsWith('escalation') && owed && level < 4) this.climb(thread, due);
  }
  private wholeRound(kind: Kind) {
    need(kind !== 'DELTA', 'kind');
    const seats = this.all();
    need(
      seats.some(({ mode }) => mode !== 'INFORM'),
      'somebody is asked',
    );
    return { seats, least: this.world.wholeDays };
  }
  /** A change that concerns nobody is only told. */
  private deltaRound(kind: Kind, named: Opening['named']) {
    const delta = this.delta();
    need(kind !== 'FULL' && delta.length > 0, 'nothing changed');
    return { seats: this.affected(delta, named), least: this.deltaDays(delta) };
  }
  /** An explicit consultee that is asked again has to speak again. */
  private ask({ organ, mode, explicit }: Seat, no: number) {
    const voice = this.voices.get(organ) ?? { asked: 0, explicit: false };
    this.voices.set(organ, voice);
    if (mode === 'INFORM') return;
    Object.assign(voice, { asked: no, explicit: voice.explicit || explicit });
    if (explicit) delete voice.position;
  }
  private start(name: string, due: number) {
    this.clocks.set(name, { due, fired: false });
  }
  private moving() {
    const round = this.running;
    need(round && round.state !== 'SUSPENDED', 'moving round');
    return round!;
  }
  private seat({ seats }: Round, organ: string) {
    const seat = seats.find((one) => one.organ === organ);
    need(seat && !seat.released, 'participant');
    return seat!;
  }
  private thread(ref: string) {
    this.moving();
    const thread = this.inPlay.find((one) => one.ref === ref);
    need(thread, 'thread');
    return thread!;
  }
  private settledMusts(organ: string) {
    const own = this.inPlay.filter((thread) => thread.organ === organ && thread.weight === 'MUST');
    return own.filter((thread) => !this.unsettled.includes(thread)).map(({ ref }) => ref);
  }
  private own(ref: string, by: string) {
    const thread = this.thread(ref);
    need(by === thread.organ && unresolved.includes(thread.state), 'commenter');
    return thread;
  }
  private end(thread: Thread, how: Partial<Thread>) {
    Object.assign(thread, how);
    this.stop(thread.ref, 'answer', 'reopen', 'escalation');
  }
  /** The lead's days for the answers end with the last thread that waited for no other clock. */
  private stop(ref: string, ...kinds: string[]) {
    const needed = this.waiting().map((thread) => this.clockOfAnswer(thread));
    for (const kind of kinds) this.clocks.delete(`${kind} ${ref}`);
    for (const name of this.clocks.keys())
      if (name.startsWith('answers-') && !needed.includes(name)) this.clocks.delete(name);
  }
  private clockOfAnswer({ ref, round }: Thread) {
    const later = this.rounds.filter(({ no }) => no >= round).map(({ no }) => `answers-${no}`);
    return [`answer ${ref}`, ...later].find((name) => this.clocks.has(name));
  }
  private climb(thread: Thread, from: number) {
    thread.level++;
    thread.state = 'ESCALATED';
    this.stop(thread.ref, 'answer', 'reopen', 'escalation');
    this.start(`escalation ${thread.ref}`, from + rungs[thread.level]!);
  }
  private waiting() {
    return this.inPlay.filter(({ state }) => state === 'OPEN' || state === 'REOPENED');
  }
  private beginAnswers({ no }: Round, due: number) {
    if (this.waiting().some((thread) => !this.clockOfAnswer(thread))) this.start(`answers-${no}`, due);
  }
  private decided(objection: Objection) {
    objection.decided = true;
    this.clocks.delete(`allocation-${objection.no}`);
  }
  private release(round: Round, organ: string) {
    Object.assign(this.seat(round, organ), { released: true, position: 'NOT_COMPETENT' });
    this.voices.get(organ)!.position = 'NOT_COMPETENT';
  }
  /** Nobody added late has less than 24 working hours. */
  private add(round: Round, organ: string) {
    if (round.seats.some((seat) => seat.organ === organ && takesPart(seat))) return;
    const { touched, voice } = this.world.members.find(({ slug }) => slug === organ)!;
    const explicit = touched && voice;
    const seat: Seat = { organ, mode: 'CONCUR', explicit };
    round.seats = [...round.seats.filter((one) => one.organ !== organ), seat];
    this.ask(seat, round.no);
    const least = this.from + (round.kind === 'EXPEDITED' ? 0 : 2);
    if (least <= round.due) return;
    round.due = least;
    this.start(`round-${round.no}`, least);
  }
  /** Whoever was asked has spoken, and nobody may still be asked. */
  private allSpoken(round: Round) {
    if (round.state !== 'OPEN' || this.day > round.due) return;
    if (round.objections.some(({ decided }) => !decided)) return;
    const asked = round.seats.filter(asks);
    if (asked.length === 0 || asked.some((one) => one.position === undefined)) return;
    round.state = 'ANSWERING';
    this.clocks.delete(`round-${round.no}`);
    this.beginAnswers(round, this.day === round.due && this.atDue ? round.due + 5 : this.from + 5);
  }
  /** Whether the organ was found not competent when it was asked last, or told last. */
  private isReleased(organ: string, asked = 0) {
    const seats = this.rounds
      .filter(({ state }) => state !== 'ABANDONED')
      .flatMap((round) => round.seats.map((seat) => ({ no: round.no, seat })))
      .filter(({ seat, no }) => seat.organ === organ && (asked === 0 || no === asked));
    return this.voices.has(organ) && seats.at(-1)?.seat.released === true;
  }
  private passDeadline(round: Round) {
    round.state = 'ANSWERING';
    for (const objection of round.objections) this.decided(objection);
    for (const seat of round.seats)
      if (!seat.position)
        seat.silence = seat.explicit
          ? 'OVERDUE_EXPLICIT'
          : /^IN/.test(seat.mode)
            ? 'DONE'
            : 'DEEMED_NO_OPINION';
    this.beginAnswers(round, round.due + 5);
  }
  private leave(stage: string) {
    this.stage = stage;
    this.clocks.clear();
  }
  private holds(proof?: Words) {
    return proof !== undefined && (this.text[proof.clause]?.includes(proof.text) ?? false);
  }
  /** A MUST ends by a text that stands there, in words that the commenter proposed or accepted, by withdrawal, or reserved. */
  private settled(thread: Thread): boolean {
    const { state, proof, proposed, closedBy } = thread;
    if (state === 'WITHDRAWN' || state === 'RESERVED') return true;
    const proved = adopted(thread) && this.holds(proof);
    if (state === 'ANSWERED') return proved && proof?.text === proposed && proof?.clause === thread.clause;
    return state === 'CLOSED' && closedBy === 'commenter' && (!adopted(thread) || proved);
  }
  private changed() {
    const asked = this.rounds.findLast(({ state }) => state !== 'ABANDONED')?.text ?? this.text;
    return Object.keys(this.world.text).filter((clause) => asked[clause] !== this.text[clause]);
  }
  private delta() {
    return this.changed().filter((clause) => !this.wording.has(clause));
  }
  private deltaDays(delta: string[]) {
    const asked = this.rounds.findLast(({ state }) => state !== 'ABANDONED')!.text;
    const fresh = delta.filter((clause) => !(clause in asked)).length;
    return fresh <= 3 && delta.length - fresh <= 3 ? 3 : 5;
  }
  private all(): Seat[] {
    return this.world.members
      .filter(({ touched, always, named }) => touched || always || named)
      .map(({ slug, touched, voice, named }) => {
        const explicit = touched && voice;
        return { organ: slug, mode: explicit ? 'CONCUR' : (named ?? 'CONCUR'), explicit };
      });
  }
  private concerned({ slug, tag }: Member, delta: string[]) {
    const { parent, tags } = this.world;
    const near = (a: string, b: string) => a === b || parent[a] === b || parent[b] === a;
    const commented = ({ clause, proof }: Thread) =>
      delta.some((one) => (clause !== undefined && near(clause, one)) || proof?.clause === one);
    const own = this.inPlay.filter(({ organ, state }) => organ === slug && state !== 'WITHDRAWN');
    return own.some(commented) || delta.some((clause) => tags[clause]?.includes(tag));
  }
  private affected(delta: string[], named: Opening['named']): Seat[] {
    return this.world.members.flatMap((member) => this.affectedSeat(member, delta, named));
  }
  private affectedSeat(member: Member, delta: string[], named: Opening['named']): Seat[] {
    const { slug: organ } = member;
    const concerned = !this.isReleased(organ) && this.concerned(member, delta);
    const chosen = named.find(([slug]) => slug === organ)?.[1];
    const mode = concerned ? 'CONCUR' : (chosen ?? this.told(organ));
    if (mode === undefined || mode === 'INFORM') return mode ? [{ organ, mode, explicit: false }] : [];
    const explicit = this.voices.get(organ)?.explicit || (concerned && this.isMandatory(member, delta));
    return [{ organ, mode: explicit ? 'CONCUR' : mode, explicit }];
  }
  private told(organ: string): Mode | undefined {
    return this.voices.has(organ) && !this.isReleased(organ) ? 'INFORM' : undefined;
  }
  private isMandatory({ tag, voice }: Member, delta: string[]) {
    return voice && delta.some((clause) => this.world.tags[clause]?.includes(tag));
  }
}
