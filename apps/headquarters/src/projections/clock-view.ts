import type { ClockView, LedgerEvent } from '#contracts';

/** The running clocks after an event, each with the last mark it reached. */
export const withClocks = (clocks: ClockView[], event: LedgerEvent): ClockView[] => {
  const mark = (name: string, epoch: number, reached: ClockView['mark']) =>
    clocks.map((clock) =>
      clock.clock === name && clock.epoch === epoch ? { ...clock, mark: reached } : clock,
    );
  switch (event.type) {
    case 'ClockStarted': {
      const { clock, epoch, holder, startedAt, warnAt, dueAt } = event.data;
      const others = clocks.filter((running) => running.clock !== clock);
      return [...others, { clock, epoch, holder, startedAt, warnAt, dueAt, mark: 'running' }];
    }
    case 'ClockStopped':
      return clocks.filter(({ clock, epoch }) => clock !== event.data.clock || epoch !== event.data.epoch);
    case 'ClockWarned':
      return mark(event.data.clock, event.data.epoch, 'warned');
    case 'ClockDue':
      return mark(event.data.clock, event.data.epoch, 'due');
    case 'ClockOverdue':
      return mark(event.data.clock, event.data.epoch, 'overdue');
    default:
      return clocks;
  }
};
