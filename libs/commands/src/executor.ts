import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Problem, type Actor, type Meta, type Principal } from '#contracts';
import { StaleAuthority, type Appended } from '#event-store';
import { Principals } from '#identity';
import { Clock } from '#platform';
import { Cases, type Case } from './cases.js';
import { decideAs } from './decide-as.js';
import { effectsOf } from './effects.js';
import { Execute, type Answer, type Context } from './execute.js';
import { Ledger } from './ledger.js';
import { requireThere } from './may.js';
import { OneAtATime } from './one-at-a-time.js';
import { busy, isContention, refusalOf, stale, taken } from './refusals.js';
import { presentTraceparent, traced } from './traced.js';
import { World } from './world.js';

/** Tries under competing writers; each one decides anew on the newer state. */
const maxTries = 12;
/** Milliseconds to wait for the position of what is committed already. */
const sequencingBudget = 5_000;

type Asked = Execute['command'];

/** The whole life of a command: receipt, sight, permission, decision, append, position. */
@CommandHandler(Execute)
export class Executor implements ICommandHandler<Execute> {
  private readonly streams = new OneAtATime();

  constructor(
    private readonly ledger: Ledger,
    private readonly cases: Cases,
    private readonly principals: Principals,
    private readonly world: World,
    private readonly clock: Clock,
  ) {}

  execute({ command: asked, context }: Execute): Promise<Answer> {
    const { name, dossierId } = asked;
    const attributes = { 'kyogi.dossier_id': dossierId, 'kyogi.correlation_id': context.correlationId };
    return traced(`execute ${name}`, attributes, async () => {
      const appended = await this.streams.run(dossierId, () => this.settle(asked, context));
      return this.answer(appended);
    });
  }

  /**
   * Decides and appends: first on what is known, which saves reading; then on what is there, again when another writer or a change of
   * authority came between. A refusal of the first kind says nothing, whatever it is: the knowledge may be old, the command a repetition.
   */
  private async settle(asked: Asked, context: Context): Promise<Appended> {
    const guess = this.cases.guess(asked.dossierId, context.expected);
    const appended = guess && (await this.decideOn(guess, asked, context).catch(() => undefined));
    return appended ?? this.settleSurely(asked, context);
  }

  private async settleSurely(asked: Asked, context: Context): Promise<Appended> {
    let principal = context.principal;
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.attempt(asked, { ...context, principal });
      } catch (error) {
        const refusal = refusalOf(error, context.expected);
        if (!isContention(refusal)) throw refusal;
        if (tries === maxTries) throw busy();
        if (refusal instanceof StaleAuthority) principal = await this.principals.refresh(principal);
      }
    }
  }

  private async attempt(asked: Asked, context: Context): Promise<Appended> {
    const opened = await this.cases.open(asked.dossierId, context.receipt);
    if (opened.receipt) return opened.receipt;
    // Before deciding, so that a role given a moment ago is not refused by what was known of the person before.
    const known = authorityOf(context.principal);
    if (known !== null && known !== opened.authorityEpoch) throw new StaleAuthority('authority has changed');
    return this.decideOn(opened, asked, context);
  }

  private async decideOn(opened: Case, asked: Asked, context: Context): Promise<Appended> {
    const { principal, receipt, expected } = context;
    const at = this.clock.iso();
    requireThere(principal, asked, opened.dossier, this.world.cabinet);
    if (typeof expected === 'number' && opened.version !== expected) throw stale(opened.version);
    // Also when the stream is no dossier's.
    if (expected === 'none' && opened.version > 0) throw taken();
    const { actor, events } = decideAs(principal, asked, opened.dossier, at, this.world);
    const { dossier, ...effects } = effectsOf(opened.dossier, asked.dossierId, events, actor, at);
    const appended = await this.ledger.store.append({
      streamId: asked.dossierId,
      expected: opened.version === 0 ? 'none' : opened.version,
      ...effects,
      meta: metaOf(asked, context, actor, at),
      receipt,
      authorityEpoch: authorityOf(principal),
      settle: context.settle ?? null,
      summary: dossier?.stage ?? null,
    });
    if (!appended.replayed) this.cases.keep(asked.dossierId, { dossier, version: appended.version });
    return appended;
  }

  private async answer({
    streamId,
    version,
    lastId,
    summary,
    replayed,
    ...appended
  }: Appended): Promise<Answer> {
    const position =
      lastId === null
        ? null
        : (appended.position ?? (await this.ledger.sequencer.positionOf(lastId, sequencingBudget)));
    if (position === undefined)
      throw new Problem(
        'unavailable',
        'The command is written but not yet numbered; repeat it with the same key.',
      );
    return { dossierId: streamId, version, stage: summary ?? '', position, replayed };
  }
}

const metaOf = (
  asked: Asked,
  { receipt, correlationId, causationId, ...context }: Context,
  actor: Actor,
  occurredAt: string,
): Meta => {
  const traceparent = presentTraceparent() ?? context.traceparent;
  return {
    actor,
    command: asked.name,
    commandId: receipt.key,
    correlationId,
    occurredAt,
    ...(causationId && { causationId }),
    ...(traceparent && { traceparent }),
  };
};

const authorityOf = ({ authorityEpoch }: Principal): number | null =>
  authorityEpoch === undefined ? null : Number(authorityEpoch);
