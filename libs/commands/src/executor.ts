import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Problem, type Command, type Meta, type Principal } from '#contracts';
import { decide } from '#domain';
import { StaleAuthority, VersionConflict, type Appended } from '#event-store';
import { Principals } from '#identity';
import { Cases, type Case } from './cases.js';
import { effectsOf } from './effects.js';
import { Execute, type Answer, type Context } from './execute.js';
import { Ledger } from './ledger.js';
import { actorFor, requireSight } from './may.js';
import { OneAtATime } from './one-at-a-time.js';
import { refusalOf, stale } from './refusals.js';
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
        const again = refusal instanceof VersionConflict || refusal instanceof StaleAuthority;
        if (!again || tries === maxTries) throw refusal;
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
    if (opened.dossier) requireSight(principal, opened.dossier, this.world.cabinet);
    if (typeof expected === 'number' && opened.version !== expected && opened.dossier)
      throw stale(opened.version);
    const { command, meta } = this.commandOf(asked, context, opened.dossier);
    const decided = decide(opened.dossier, command, this.world);
    const { dossier, ...effects } = effectsOf(
      opened.dossier,
      asked.dossierId,
      decided,
      command.actor,
      command.at,
    );
    const appended = await this.ledger.store.append({
      streamId: asked.dossierId,
      expected: opened.version === 0 ? 'none' : opened.version,
      ...effects,
      meta,
      receipt,
      authorityEpoch: authorityOf(principal),
      settle: context.settle ?? null,
      summary: dossier?.stage ?? null,
    });
    if (!appended.replayed) this.cases.keep(asked.dossierId, { dossier, version: appended.version });
    return appended;
  }

  private commandOf(asked: Asked, context: Context, dossier: Parameters<typeof decide>[0]) {
    const { principal, receipt, correlationId, causationId } = context;
    const traceparent = presentTraceparent() ?? context.traceparent;
    const actor = actorFor(principal, asked, dossier, this.world.cabinet);
    const command = {
      ...asked,
      actor,
      homeOrgan: principal.homeOrgan,
      at: new Date().toISOString(),
    } as Command;
    const meta: Meta = {
      actor,
      command: asked.name,
      commandId: receipt.key,
      correlationId,
      ...(causationId && { causationId }),
      ...(traceparent && { traceparent }),
    };
    return { command, meta };
  }

  private async answer({ streamId, version, lastId, summary, replayed }: Appended): Promise<Answer> {
    const position =
      lastId === null ? null : await this.ledger.sequencer.positionOf(lastId, sequencingBudget);
    if (position === undefined)
      throw new Problem(
        'unavailable',
        'The command is written but not yet numbered; repeat it with the same key.',
      );
    return { dossierId: streamId, version, stage: summary ?? '', position, replayed };
  }
}

const authorityOf = ({ authorityEpoch }: Principal): number | null =>
  authorityEpoch === undefined ? null : Number(authorityEpoch);
