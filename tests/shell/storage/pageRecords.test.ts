import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  DEFAULT_PREFERENCES,
  type PreferencesPatch,
  withPreferencesPatch,
} from '../../../core/breaks/preferences.ts';
import { encode, VERSION } from '../../../core/records/envelope.ts';
import { changePageRecord, loadPageRecord } from '../../../shell/storage/pageRecords.ts';

/** One holder at a time, like the browser's locks. */
function oneAtATime(): Pick<LockManager, 'request'> {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, deed: () => Promise<unknown>) => {
    last = last.then(deed, deed);
    return last;
  };
  return { request } as unknown as LockManager;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.stubGlobal('navigator', { locks: oneAtATime() });
});

const change = (patch: PreferencesPatch) =>
  changePageRecord('preferences', (preferences) => withPreferencesPatch(preferences, patch));
const stored = async () => (await fakeBrowser.storage.local.get('preferences')).preferences;
const store = (preferences: unknown) => fakeBrowser.storage.local.set({ preferences });

describe('a record of the pages', () => {
  it('has its first value until it is changed', async () => {
    expect(await loadPageRecord('preferences')).toEqual({
      value: DEFAULT_PREFERENCES,
      problem: null,
    });
    expect(await stored()).toBeUndefined();
  });

  it('is stored under its own key, with its version', async () => {
    expect(await change({ scene: 'night' })).toEqual({ ok: true });
    expect(await stored()).toEqual({
      version: VERSION,
      value: { ...DEFAULT_PREFERENCES, scene: 'night' },
    });
    expect((await loadPageRecord('preferences')).value.scene).toBe('night');
  });

  it('is given as it is at first where it is damaged, and says which field', async () => {
    await store(encode({ ...DEFAULT_PREFERENCES, scene: 'noon' }));
    expect(await loadPageRecord('preferences')).toEqual({
      value: DEFAULT_PREFERENCES,
      problem: { is: 'damaged', refusal: { field: 'scene', problem: 'type' } },
    });
  });
});

describe('a change of a record', () => {
  it('keeps what two pages change at the same time', async () => {
    await Promise.all([
      change({ seated: true }),
      change({ noise: true }),
      change({ endsAt: true }),
    ]);
    expect((await loadPageRecord('preferences')).value).toEqual({
      ...DEFAULT_PREFERENCES,
      seated: true,
      noise: true,
      endsAt: true,
    });
  });

  it('that is refused names its field, and leaves everything as it was', async () => {
    await change({ seated: true });
    const before = await stored();
    expect(await change({ sound: { loudness: 90 } })).toEqual({
      ok: false,
      refusal: { field: 'sound.loudness', problem: 'tooLarge', limit: 40 },
    });
    expect(await stored()).toEqual(before);
  });

  it('mends what was damaged', async () => {
    await store('garbage');
    expect(await change({ seated: true })).toEqual({ ok: true });
    expect((await loadPageRecord('preferences')).value.seated).toBe(true);
  });

  it('leaves what a newer Exhale wrote as it is', async () => {
    const newer = { version: VERSION + 1, value: { scenes: 7 } };
    await store(newer);
    expect(await change({ seated: true })).toEqual({ ok: false, refusal: null });
    expect(await stored()).toEqual(newer);
    expect(await loadPageRecord('preferences')).toEqual({
      value: DEFAULT_PREFERENCES,
      problem: { is: 'newer' },
    });
  });

  it('that cannot be written says so, and does not throw', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    expect(await change({ seated: true })).toEqual({ ok: false, refusal: null });
  });
});
