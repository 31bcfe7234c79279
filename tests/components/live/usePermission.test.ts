// @vitest-environment happy-dom

import { act, renderHook } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { usePermission } from '../../../components/live/usePermission.ts';

/** A browser's permissions: what it lets go, and what it has. */
function permissions({ removes = true as boolean | Error } = {}) {
  const event = { addListener: vi.fn(), removeListener: vi.fn() };
  const api = {
    contains: vi.fn(async () => true),
    request: vi.fn(async () => true),
    remove: vi.fn(async () => {
      if (removes instanceof Error) throw removes;
      return removes;
    }),
    onAdded: event,
    onRemoved: event,
  };
  vi.spyOn(browser, 'permissions', 'get').mockReturnValue(api as never);
  return api;
}

async function used() {
  const { result } = renderHook(() => usePermission('sites'));
  await vi.waitFor(() => expect(result.current.allowed).toBe(true));
  return result;
}

describe('a permission', () => {
  it('is given back', async () => {
    const { remove } = permissions();
    const result = await used();
    await act(async () => expect(await result.current.remove()).toBe(true));
    expect(remove).toHaveBeenCalledWith({ permissions: ['tabs'] });
    expect(result.current.allowed).toBe(false);
  });

  it.each([[false], [new Error('not optional')]])(
    'stays where the browser keeps it: %s',
    async (removes) => {
      permissions({ removes });
      const result = await used();
      await act(async () => expect(await result.current.remove()).toBe(false));
      expect(result.current.allowed).toBe(true);
    },
  );
});
