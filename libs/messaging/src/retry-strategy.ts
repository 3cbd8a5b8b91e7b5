/** Milliseconds before reconnection number `times`. BullMQ's own pauses grow to 20 s; due work must go on within 10 s of Redis' return. */
export const retryStrategy = (times: number): number => Math.min(100 * times, 2_000);
