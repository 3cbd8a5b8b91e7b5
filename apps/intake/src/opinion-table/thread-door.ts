import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Problem, type Principal } from '#contracts';
import { Execute, Ledger, type Answer, type Context } from '#commands';
import { Metrics } from '#platform';
import { knownCase, type KnownCase } from './known-case.js';
import type { NewThread } from './read-line.js';

/** On whose behalf a table is returned. */
export interface Caller {
  principal: Principal;
  correlationId: string;
}

export interface Raising {
  dossierId: string;
  organ: string;
  roundNo: number;
  thread: NewThread;
  /** Names what is raised. */
  key: string;
}

const command = 'RaiseThread';

/** What a line of the table does: the same command as everybody's, under a key that follows from what is said. */
@Injectable()
export class ThreadDoor {
  constructor(
    private readonly bus: CommandBus,
    private readonly ledger: Ledger,
    private readonly metrics: Metrics,
  ) {}

  knownCase(dossierId: string): Promise<KnownCase | null> {
    return knownCase(this.ledger, dossierId);
  }

  /** Throws the command's Problem. The key is the organ's: what one liaison has returned, another does not raise again. */
  async raise({ dossierId, key, ...data }: Raising, { principal, correlationId }: Caller): Promise<Answer> {
    const receipt = { scope: `${data.organ} POST /v1/dossiers/{id}/opinion-table`, key, fingerprint: key };
    const context: Context = { principal, receipt, expected: 'exists', correlationId };
    const ended = this.metrics.commandSeconds.startTimer({ command });
    try {
      const answer = await this.bus.execute(new Execute({ name: command, dossierId, data }, context));
      this.metrics.commands.inc({ command, outcome: answer.replayed ? 'replayed' : 'ok' });
      return answer;
    } catch (error) {
      this.metrics.commands.inc({
        command,
        outcome: error instanceof Problem ? error.type : 'internal-error',
      });
      throw error;
    } finally {
      ended();
    }
  }
}
