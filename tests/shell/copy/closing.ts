import { vi } from 'vitest';
import { giveBrowser } from '../../browserInTests.ts';
import { browser } from '../withBackground.ts';

type Call = (...args: unknown[]) => unknown;

/**
 * A page that is closed at its nth call of the browser or of a database: that call and those after it have no
 * effect. `ended` tells whether it came so far, and opens another page.
 */
export function closing(closedAt: number): { ended: () => boolean } {
  let calls = 0;
  const end = watching(() => {
    if (++calls >= closedAt) throw new Error('closed');
  });
  return {
    ended() {
      end();
      return calls < closedAt;
    },
  };
}

/** Calls `onCall` before each call of the browser or of a database, until what it returns is called. */
export function watching(onCall: (name: string) => void): () => void {
  const guard = (of: object, name: string) => {
    const real = Reflect.get(of, name) as Call;
    vi.spyOn(of as Record<string, Call>, name).mockImplementation(function (
      this: unknown,
      ...args
    ) {
      onCall(name);
      return real.apply(this, args);
    });
  };
  for (const name of ['open', 'databases', 'deleteDatabase']) guard(indexedDB, name);
  guard(IDBObjectStore.prototype, 'put');
  guard(IDBObjectStore.prototype, 'delete');
  giveBrowser(guarded(browser.pageApi('options.html'), onCall));
  return () => {
    vi.restoreAllMocks();
    giveBrowser(browser.pageApi('options.html'));
  };
}

/** The same API, whose calls are told first. */
function guarded(api: object, onCall: (name: string) => void): object {
  return new Proxy(api, {
    get(of, name) {
      const part: unknown = Reflect.get(of, name);
      if (typeof part === 'function')
        return async (...args: unknown[]) => {
          onCall(String(name));
          return part.apply(of, args);
        };
      const isEvent = typeof part === 'object' && part !== null && 'addListener' in part;
      return typeof part === 'object' && part !== null && !isEvent ? guarded(part, onCall) : part;
    },
  });
}
