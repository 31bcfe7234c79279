import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asTurn, limited, NoAnswer } from '../../shell/limits.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

describe('a call of the browser', () => {
  it('has its own answer or error', async () => {
    const api = limited(() => ({
      tabs: { get: async (id: number) => id, query: async () => Promise.reject(new Error('no')) },
      runtime: { getURL: (path: string) => `x:${path}` },
    }));
    await expect(api.tabs.get(7)).resolves.toBe(7);
    await expect(api.tabs.query()).rejects.toThrow('no');
    expect(api.runtime.getURL('/')).toBe('x:/');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is not answered fails by its name after two seconds', async () => {
    const api = limited(() => ({ storage: { local: { get: never } } }));
    const failed = expect(api.storage.local.get()).rejects.toThrow(
      new NoAnswer('storage.local.get', Promise.resolve()),
    );
    await vi.advanceTimersByTimeAsync(1999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await failed;
  });

  it('that opens a window has ten seconds, and one that asks the person has no end', async () => {
    const api = limited(() => ({
      windows: { create: never },
      permissions: { request: never },
    }));
    const opened = expect(api.windows.create()).rejects.toThrow('windows.create');
    let asked = true;
    void (api.permissions.request() as Promise<never>).finally(() => {
      asked = false;
    });
    await vi.advanceTimersByTimeAsync(9999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await opened;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked).toBe(true);
  });

  it('that is answered late still tells what it did', async () => {
    const api = limited(() => ({
      tabs: { get: () => new Promise((resolve) => setTimeout(() => resolve('late'), 3000)) },
    }));
    const failure = api.tabs.get().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(3000);
    await expect((await failure) as NoAnswer).toMatchObject({ name: 'NoAnswer' });
    await expect(((await failure) as NoAnswer).late).resolves.toBe('late');
  });

  it('has what is left of the time of its turn, and at least 400 milliseconds', async () => {
    const api = limited(() => ({ tabs: { get: never } }));
    const lasted: number[] = [];
    const failed = async () => {
      const startedAtMs = Date.now();
      await (api.tabs.get() as Promise<never>).catch(() => undefined);
      lasted.push(Date.now() - startedAtMs);
    };
    const turn = asTurn(async () => {
      for (let calls = 0; calls < 3; calls++) await failed();
    }, Date.now() - 500);
    await vi.advanceTimersByTimeAsync(5000);
    await turn;
    const afterwards = failed();
    await vi.advanceTimersByTimeAsync(5000);
    await afterwards;
    expect(lasted).toEqual([1500, 400, 400, 2000]);
  });

  it('leaves events and missing parts as they are', () => {
    const onAlarm = { addListener: () => undefined };
    let notifications: object | undefined;
    const api = limited(() => ({ alarms: { onAlarm }, notifications }));
    expect(api.alarms.onAlarm).toBe(onAlarm);
    expect(api.notifications).toBeUndefined();
    notifications = { clear: async () => true };
    expect(api.notifications).toBeDefined();
  });
});
