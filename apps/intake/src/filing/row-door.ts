import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { commandSpec, Problem, type CommandName, type Principal } from '#contracts';
import { digest, Execute, Ledger, type Answer, type Context } from '#commands';
import { Metrics } from '#platform';
import { derivedKey } from './row-identity.js';
import { standingOf, type Standing } from './standing.js';

/** On whose behalf the rows of a request are filed. */
export interface Caller {
  principal: Principal;
  correlationId: string;
}

/** What a row does to its dossier: the same commands as everybody's, under keys that follow from what is commanded. */
@Injectable()
export class RowDoor {
  constructor(
    private readonly bus: CommandBus,
    private readonly ledger: Ledger,
    private readonly metrics: Metrics,
  ) {}

  standing(dossierId: string): Promise<Standing | null> {
    return standingOf(this.ledger, dossierId);
  }

  /** Throws the command's Problem. `seen` is what the decision rests on: the command holds for exactly that, or not at all. */
  async command(
    name: CommandName,
    dossierId: string,
    data: unknown,
    seen: Pick<Standing, 'version'> | null,
    { principal, correlationId }: Caller,
  ): Promise<Answer> {
    const expected = seen?.version ?? 'none';
    const fingerprint = digest({ name, dossierId, data, expected });
    const context: Context = {
      principal,
      receipt: {
        scope: `${principal.person} POST /v1/filings`,
        key: derivedKey(dossierId, name, expected, fingerprint),
        fingerprint,
      },
      expected,
      correlationId,
    };
    const ended = this.metrics.commandSeconds.startTimer({ command: name });
    try {
      const answer = await this.bus.execute(new Execute({ name, dossierId, data }, context));
      this.metrics.commands.inc({ command: name, outcome: answer.replayed ? 'replayed' : 'ok' });
      return answer;
    } catch (error) {
      this.metrics.commands.inc({
        command: name,
        outcome: error instanceof Problem ? error.type : 'internal-error',
      });
      throw error;
    } finally {
      ended();
    }
  }
}

/** Throws not-permitted when no role of the person allows the command for that lead: also where nothing is left to command. */
export const requireRole = (name: CommandName, lead: string, { assignments }: Principal): void => {
  const { by } = commandSpec(name);
  const held = assignments.some(({ role, organ }) => role in by && (organ === lead || organ === '*'));
  if (!held)
    throw new Problem('not-permitted', `${name} needs the role ${Object.keys(by).join(' or ')} in ${lead}.`);
};
