import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/records/settings.ts';
import { see } from '../../entrypoints/background/see.ts';
import { lies, noteInput, sees } from '../../shell/diagnostics.ts';
import { inputWithin, quietness, tellsInput } from '../../shell/idle.ts';
import { recall } from '../../shell/storage/session.ts';
import { giveBrowser } from '../browserInTests.ts';
import { FakeBrowser } from '../entrypoints/background/fakeBrowser.ts';

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser(giveBrowser);
  browser.boots();
});
afterEach(() => {
  vi.useRealTimers();
});

const quietFor = (seconds: number) => {
  browser.leaves();
  browser.setClock(browser.data.lastInputAtMs + seconds * 1000);
};

describe('how long there was no input', () => {
  it.each([15, 16, 29, 30, 31, 59, 60, 61, 299, 300, 3599, 3600, 28_800, 86_400, 700_001])(
    'is found to the second: %i',
    async (seconds) => {
      quietFor(seconds);
      expect(await quietness('idle')).toEqual({ idle: 'idle', quietSeconds: seconds });
    },
  );

  it('is nothing below fifteen seconds, which the browser can’t tell', async () => {
    quietFor(14);
    expect(await quietness('idle')).toEqual({ idle: 'active', quietSeconds: 0 });
    expect(browser.callsTo('idle.queryState')).toHaveLength(1);
  });

  it('takes one query while the person is there, and few for a night', async () => {
    quietFor(28_800);
    await quietness('idle');
    expect(browser.calls.length).toBeLessThan(32);
  });

  it('ends even after a year without input', async () => {
    quietFor(365 * 86_400);
    const { quietSeconds } = await quietness('idle');
    expect(quietSeconds).toBeGreaterThan(7 * 86_400);
  });

  it('is not asked for behind a lock', async () => {
    quietFor(600);
    browser.data.locked = true;
    expect(await quietness('idle')).toEqual({ idle: 'locked', quietSeconds: 0 });
  });

  it('counts as input by the clock, but a lock is a lock', async () => {
    quietFor(600);
    expect(await quietness('clock')).toEqual({ idle: 'active', quietSeconds: 0 });
    browser.data.locked = true;
    expect(await quietness('clock')).toEqual({ idle: 'locked', quietSeconds: 0 });
  });

  it('is told by Firefox too, which knows no lock', async () => {
    const firefox = new FakeBrowser(giveBrowser, 'firefox');
    firefox.boots();
    firefox.data.locked = true;
    firefox.leaves();
    firefox.setClock(firefox.data.nowMs + 90_000);
    expect(await quietness('idle')).toEqual({ idle: 'idle', quietSeconds: 90 });
  });
});

describe('what is in view', () => {
  const seen = async () => {
    const { fullScreen, sound, call, site, elsewhere } = await see(
      browser.data.nowMs,
      DEFAULT_SETTINGS,
    );
    return { fullScreen, sound, call, site, elsewhere };
  };
  const [window, tab] = [() => browser.data.windows[0], () => browser.data.tabs[0]];

  it('is nothing in particular as a rule', async () => {
    expect(await seen()).toMatchObject({
      fullScreen: false,
      sound: false,
      call: false,
      site: false,
      elsewhere: false,
    });
  });

  it('is another program where no window has the focus, unless Exhale’s popup has it', async () => {
    browser.focus(null);
    expect(await seen()).toMatchObject({ elsewhere: true });
    browser.popupOpen = true;
    expect(await seen()).toMatchObject({ elsewhere: false });
  });

  it('is full screen in the window that has the focus, and in no other', async () => {
    Object.assign(window() ?? {}, { state: 'fullscreen' });
    expect(await seen()).toMatchObject({ fullScreen: true });
    browser.focus(null);
    expect(await seen()).toMatchObject({ fullScreen: false });
  });

  it('is the sound of the tab in view, unless it is muted', async () => {
    Object.assign(tab() ?? {}, { audible: true });
    expect(await seen()).toMatchObject({ sound: true });
    Object.assign(tab() ?? {}, { muted: true });
    expect(await seen()).toMatchObject({ sound: false });
  });

  it('is not the sound of a tab behind', async () => {
    Object.assign(tab() ?? {}, { audible: true });
    browser.openTab(window()?.id ?? 0, 'https://a.example/');
    expect(await seen()).toMatchObject({ sound: false });
  });

  it('is nothing where no window is open', async () => {
    browser.closeTab(tab()?.id ?? 0);
    expect(await seen()).toMatchObject({
      fullScreen: false,
      sound: false,
      call: false,
      site: false,
      elsewhere: true,
    });
  });

  it('never names an address', async () => {
    expect(Object.keys(await see(browser.data.nowMs, DEFAULT_SETTINGS)).sort()).toEqual([
      'atMs',
      'call',
      'callHeard',
      'elsewhere',
      'fullScreen',
      'idle',
      'local',
      'quietSeconds',
      'site',
      'sound',
    ]);
  });
});

describe('what is remembered of the session', () => {
  it('is nothing where it is damaged or of another version', async () => {
    for (const painted of [undefined, null, 'garbage', [], { icon: 'due', later: 1 }]) {
      browser.data.session = { painted };
      expect(await recall()).toBeNull();
    }
  });
});

describe('a browser that tells nothing of input', () => {
  beforeEach(() => {
    browser = new FakeBrowser(giveBrowser, 'safari');
    browser.boots();
    quietFor(13 * 3600);
  });

  it('counts by the clock, and no input is claimed', async () => {
    expect(tellsInput()).toBe(false);
    expect(await quietness('idle')).toEqual({ idle: 'active', quietSeconds: 0 });
    expect(await inputWithin(60)).toBe(false);
  });

  it('is not said to report wrongly', async () => {
    await noteInput();
    expect(await lies()).toBeNull();
    expect(await sees()).toMatchObject({ idle: 'unknown', lies: null });
  });
});
