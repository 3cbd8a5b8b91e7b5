import type { CommandBus } from '@nestjs/cqrs';
import { Execute, machine } from '#commands';
import type { ExecuteItem } from './worker.js';

/** The command of a work item through the command bus, by Kyogi itself. Its key is the item: run again, it gets the first answer. */
export const executeWith = (bus: CommandBus, headquarters: string): ExecuteItem => {
  const principal = machine(headquarters);
  return (asked, { id, epoch, fence, key }) =>
    bus.execute(
      new Execute(asked, {
        principal,
        receipt: { scope: 'system', key: `w${id}-${epoch}`, fingerprint: key },
        expected: 'exists',
        correlationId: `work-${id}-${epoch}`,
        settle: { id, fence, outcome: 'done' },
      }),
    );
};
