import { Command as TypedCommand } from '@nestjs/cqrs';
import type { CommandName, Principal } from '#contracts';
import type { Append, ExpectedVersion, ReceiptKey } from '#event-store';

export interface Context {
  principal: Principal;
  receipt: ReceiptKey;
  /** `exists`: whatever the version; Kyogi decides again when another command came first. */
  expected: Exclude<ExpectedVersion, 'any'>;
  correlationId: string;
  causationId?: string;
  traceparent?: string;
  /** The work item this command comes from; it is done in the transaction of the command, or nothing is written. */
  settle?: NonNullable<Append['settle']>;
}

/** What a command led to. A repeated command gets the same answer, with `replayed` true. */
export interface Answer {
  dossierId: string;
  /** Stream version after the command; the ETag. */
  version: number;
  stage: string;
  /** Global position of its last event; null when it changed nothing. */
  position: number | null;
  replayed: boolean;
}

/** The one message of the command bus: the only door to a decision, for HTTP, workers, CLI and seeds alike. */
export class Execute extends TypedCommand<Answer> {
  constructor(
    readonly command: { name: CommandName; dossierId: string; data: unknown },
    readonly context: Context,
  ) {
    super();
  }
}
