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
  const isClosed = () => ++calls >= closedAt;
  const guard = (of: object, name: string) => {
    const real = Reflect.get(of, name) as Call;
    vi.spyOn(of as Record<string, Call>, name).mockImplementation(function (
      this: unknown,
      ...args
    ) {
      if (isClosed()) throw new Error('closed');
      return real.apply(this, args);
    });
  };
  for (const name of ['open', 'databases', 'deleteDatabase']) guard(indexedDB, name);
  guard(IDBObjectStore.prototype, 'put');
  guard(IDBObjectStore.prototype, 'delete');
  giveBrowser(guarded(browser.pageApi('options.html'), isClosed));
  return {
    ended() {
      vi.restoreAllMocks();
      giveBrowser(browser.pageApi('options.html'));
      return calls < closedAt;
    },
  };
}

/** The same API, in which calls of a closed page fail. */
function guarded(api: object, isClosed: () => boolean): object {
  return new Proxy(api, {
    get(of, name) {
      const part: unknown = Reflect.get(of, name);
      if (typeof part === 'function')
        return async (...args: unknown[]) => {
          if (isClosed()) throw new Error('closed');
          return part.apply(of, args);
        };
      const isEvent = typeof part === 'object' && part !== null && 'addListener' in part;
      return typeof part === 'object' && part !== null && !isEvent ? guarded(part, isClosed) : part;
    },
  });
}
