import { type Local, localBy } from '../core/time.ts';

/** The only place that reads the clock. Everything else is told the time. */
export const nowMs = (): number => Date.now();

/** Local date and time, in the current time zone. */
export const localAt = (atMs: number): Local => localBy(atMs, -new Date(atMs).getTimezoneOffset());
