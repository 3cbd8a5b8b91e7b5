import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { AlterSubscription, machine, World } from '#commands';
import { Problem, type DisabledFor } from '#contracts';
import type { z } from 'zod';

/** Stops subscriptions in the machine's name, as a fact of which their owners learn. */
@Injectable()
export class Disabling {
  constructor(
    private readonly bus: CommandBus,
    private readonly world: World,
  ) {}

  /** One that is not active any more stays as it is. */
  async disable(
    subscriptionId: string,
    by: Exclude<z.infer<typeof DisabledFor>, 'owner'>,
    reason: string,
  ): Promise<void> {
    const id = randomUUID();
    const change = { name: 'DisableSubscription', subscriptionId, data: { by, reason } } as const;
    const context = {
      principal: machine(this.world.cabinet.headquarters),
      receipt: { scope: 'kyogi disable-subscription', key: id, fingerprint: id },
      correlationId: id,
    };
    try {
      await this.bus.execute(new AlterSubscription(change, context));
    } catch (error) {
      if (!(error instanceof Problem) || error.type !== 'guard-refused') throw error;
    }
  }
}
