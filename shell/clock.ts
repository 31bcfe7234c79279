import { type Local, localBy } from '../core/time.ts';

/** The only place that reads the clock. Everything else is told the time. */
export const nowMs = (): number => Date.now();

/** Local date and time, in the current time zone. */
export const localAt = (atMs: number): Local => localBy(atMs, -new Date(atMs).getTimezoneOffset());

/** A wait within one event, for at most a second: a longer one needs an alarm. */
export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(ms, 1000)));
