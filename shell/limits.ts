import { own } from '../core/own.ts';
import { nowMs } from './clock.ts';

/** A call of the browser had no answer in its time. It can’t be taken back: `late` is what may still come. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    what: string,
    readonly late: Promise<unknown>,
  ) {
    super(`no answer: ${what}`);
  }
}

const LIMIT_MS = 2000;
/** What a call has once its turn has used up its time. */
const LEAST_MS = 400;
/** Without end: these wait for a person, or have a limit of their own. */
const OTHER_LIMITS_MS: Record<string, number> = {
  'permissions.request': Number.POSITIVE_INFINITY,
  'runtime.sendMessage': Number.POSITIVE_INFINITY,
  'tabs.create': 10_000,
  'windows.create': 10_000,
};

let turnEndsAtMs = Number.POSITIVE_INFINITY;

/**
 * The calls of one turn of the queue share its time, so that a turn in which each of them hangs is soon over.
 * `sinceMs`: from when it counts.
 */
export async function asTurn<T>(work: () => Promise<T>, sinceMs: number): Promise<T> {
  turnEndsAtMs = sinceMs + LIMIT_MS;
  try {
    return await work();
  } finally {
    turnEndsAtMs = Number.POSITIVE_INFINITY;
  }
}

/** A clock that is set in mid-turn changes no limit beyond these two. */
const limitNow = (): number => Math.max(LEAST_MS, Math.min(LIMIT_MS, turnEndsAtMs - nowMs()));

/** Waits for some work, but no longer than `limitMs`: then it fails with NoAnswer. */
export function within<T>(work: Promise<T>, what: string, limitMs = limitNow()): Promise<T> {
  if (limitMs === Number.POSITIVE_INFINITY) return work;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer(what, work)), limitMs);
    const end = () => clearTimeout(timer);
    work.then(resolve, reject).then(end, end);
  });
}

/** The same API, in which no call waits for ever. */
export function limited<T extends object>(api: () => T, path = ''): T {
  // A proxy of the browser's own object could not replace its fields.
  return new Proxy({} as T, {
    get: (_, key: string) => {
      const part = api();
      const value: unknown = Reflect.get(part, key);
      const name = path + key;
      if (typeof value === 'function')
        return (...args: unknown[]) => {
          const result: unknown = value.apply(part, args);
          return result instanceof Promise
            ? within(result, name, own(OTHER_LIMITS_MS, name))
            : result;
        };
      const isPart = typeof value === 'object' && value !== null && !('addListener' in value);
      return isPart ? limited(() => value, `${name}.`) : value;
    },
  });
}
