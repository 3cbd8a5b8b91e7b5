import { Command as TypedCommand } from '@nestjs/cqrs';
import type { ErasePayload, ErasureAnswer } from '#contracts';
import type { Context } from './execute.js';

/** Takes words out of the record. Beside Execute, because no procedure has a say in it. */
export class EraseWords extends TypedCommand<ErasureAnswer & { replayed: boolean }> {
  constructor(
    readonly dossierId: string,
    readonly data: ErasePayload,
    readonly context: Pick<Context, 'principal' | 'receipt' | 'correlationId' | 'traceparent'>,
  ) {
    super();
  }
}
