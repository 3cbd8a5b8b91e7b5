import type { ClockView, LedgerEvent } from '#contracts';

/** The running clocks after an event, each with the last mark it reached. */
export const withClocks = (clocks: ClockView[], event: LedgerEvent): ClockView[] => {
  const marked = (name: string, epoch: number, reached: ClockView['mark']) =>
    clocks.map((clock) =>
      clock.clock === name && clock.epoch === epoch ? { ...clock, mark: reached } : clock,
    );
  switch (event.type) {
    case 'ClockStarted': {
      const { clock, epoch, holder, startedAt, warnAt, dueAt } = event.data;
      const others = clocks.filter((running) => running.clock !== clock);
      // One that ran out before its round stood still goes on late.
      const mark = dueAt < startedAt ? 'due' : 'running';
      return [...others, { clock, epoch, holder, startedAt, warnAt, dueAt, mark }];
    }
    case 'ClockStopped':
      return clocks.filter(({ clock, epoch }) => clock !== event.data.clock || epoch !== event.data.epoch);
    case 'ClockWarned':
      return marked(event.data.clock, event.data.epoch, 'warned');
    case 'ClockDue':
      return marked(event.data.clock, event.data.epoch, 'due');
    case 'ClockOverdue':
      return marked(event.data.clock, event.data.epoch, 'overdue');
    default:
      return clocks;
  }
};
