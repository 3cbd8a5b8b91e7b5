/** The thread of a clock such as `reopen PPC#1`, if it is a thread's. */
export const threadOfClock = (clock: string): string | undefined =>
  /^(?:answer|reopen|escalation) (\S+#\d+)$/.exec(clock)?.[1];
