import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins, isAsked } from './stories.ts';
import { workerScript } from './worker.ts';
import { worldOf } from './world.ts';

let script: Script;

beforeAll(async () => {
  script = await workerScript();
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

const PAINTING = /^(action|alarms\.(create|clear)|notifications|windows\.create|tabs\.create)/;

describe('a write that fails', () => {
  const full = (name: string) =>
    name === 'storage.local.set' ? new Error('QUOTA_BYTES quota exceeded') : null;
  const nowhere = (name: string) => (/^storage\..*\.set$/.test(name) ? new Error('no') : null);
  const MESSAGES: object[] = [
    { type: 'startBreak' },
    { type: 'snooze' },
    { type: 'skip' },
    { type: 'dismiss' },
    { type: 'pause' },
    { type: 'changeSettings', patch: { restMinutes: 7 } },
  ];

  it.each(MESSAGES)(
    'anywhere is reported to the sender of $type, and nothing is shown',
    async (message) => {
      const browser = new FakeBrowser(script);
      await isAsked(browser);
      const before = worldOf(browser);
      browser.calls.length = 0;
      browser.fails = nowhere;
      expect(await browser.sends(message)).toEqual({ ok: false, failed: 'storage' });
      expect(worldOf(browser)).toEqual(before);
      expect(browser.calls.filter(({ name }) => PAINTING.test(name))).toEqual([]);
    },
  );

  it('anywhere does not block what comes after it', async () => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    let failures = 2;
    browser.fails = (name) =>
      /^storage\..*\.set$/.test(name) && failures-- > 0 ? new Error() : null;
    const replies = await browser.sendTogether([{ type: 'pause' }, { type: 'startBreak' }]);
    expect(replies).toEqual([{ ok: false, failed: 'storage' }, { ok: true }]);
    expect(browser.tabsAt('break.html')).toHaveLength(1);
    expect(decodeAll(browser.data.local).pause).toBeNull();
  });

  it.each(MESSAGES)(
    'because the space is full keeps $type for the session, and stores it when there is room',
    async (message) => {
      const browser = new FakeBrowser(script);
      await isAsked(browser);
      const before = browser.snapshot().local;
      browser.fails = full;
      const isSetting = 'patch' in message;
      expect(await browser.sends(message)).toEqual(
        isSetting ? { ok: false, failed: 'unsaved' } : { ok: true },
      );
      expect(browser.data.local).toEqual(before);
      expect(browser.data.title).toBe('Exhale can’t save: its space is full');

      browser.kills();
      browser.fails = () => null;
      await browser.happens('idle.onStateChanged', 'active');
      expect(browser.data.session).not.toHaveProperty('unsaved');
      expect(browser.data.title).not.toContain('can’t save');
      const whole = new FakeBrowser(script);
      await isAsked(whole);
      await whole.sends(message);
      await whole.happens('idle.onStateChanged', 'active');
      expect(decodeAll(browser.data.local)).toEqual(decodeAll(whole.data.local));
    },
  );

  it('because the space is full keeps no reminder back, however often the worker dies', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.passes(10);
    browser.fails = full;
    for (let minutes = 0; minutes < 22; minutes += 2) {
      browser.kills();
      await browser.passes(2);
    }
    await browser.passes(0.2);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    browser.fails = () => null;
    await browser.sends({ type: 'skip' });
    expect(decodeAll(browser.data.local).tally.promptsEver).toBe(1);
  });

  it('so late that a newer one came before it is repeated with the newer', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    browser.lags = (name) => (name === 'storage.local.set' ? 30 : 0);
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 7 } });
    await browser.passes(0.05);
    expect(browser.data.session).toHaveProperty('unsaved');
    browser.lags = () => 0;
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 8 } });
    await browser.passes(1);
    expect(decodeAll(browser.data.local).settings.restMinutes).toBe(8);
  });
});

describe('a storage that fails in parts', () => {
  const CHOSEN = { restMinutes: 7, rhythms: { short: { intervalMinutes: 20 } } };
  const brokenFrom = (browser: FakeBrowser, ...names: string[]) => {
    browser.fails = (name) => (names.includes(name) ? new Error('corrupt') : null);
  };

  it('keeps all settings and counts when it can be written no longer, then read no longer', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser, CHOSEN);
    brokenFrom(browser, 'storage.local.set');
    await browser.passes(5);
    browser.kills();
    brokenFrom(browser, 'storage.local.set', 'storage.local.get');
    await browser.passes(17.2);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    await browser.sends({ type: 'skip' });
    browser.fails = () => null;
    await browser.happens('idle.onStateChanged', 'active');
    const { settings, tally } = decodeAll(browser.data.local);
    expect(settings).toMatchObject({ restMinutes: 7 });
    expect(settings.rhythms.short?.intervalMinutes).toBe(20);
    expect(tally.promptsEver).toBe(1);
  });

  it('keeps a break that began just before it could be read no longer, and ends it', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.sends({ type: 'startBreak', seconds: 60 });
    brokenFrom(browser, 'storage.local.get');
    await browser.happens('idle.onStateChanged', 'active');
    expect(decodeAll(browser.data.local).state?.phase).toBe('break');
    await browser.passes(2);
    expect(decodeAll(browser.data.local).state?.phase).not.toBe('break');
  });

  it('keeps the newest when a note of the session can’t be removed', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    brokenFrom(browser, 'storage.local.set');
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 7 } });
    brokenFrom(browser, 'storage.session.remove');
    expect(await browser.sends({ type: 'changeSettings', patch: { restMinutes: 8 } })).toEqual({
      ok: true,
    });
    browser.fails = () => null;
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 9 } });
    browser.kills();
    await browser.happens('idle.onStateChanged', 'active');
    expect(decodeAll(browser.data.local).settings.restMinutes).toBe(9);
    expect(browser.data.session).not.toHaveProperty('unsaved');
  });

  it('brings nothing back after everything was erased, however late a write is', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    browser.lags = (name) => (name === 'storage.local.set' ? 30 : 0);
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 7 } });
    await browser.passes(0.05);
    browser.lags = () => 0;
    await browser.sends({ type: 'eraseEverything' });
    await browser.passes(1);
    expect(decodeAll(browser.data.local).settings.restMinutes).not.toBe(7);
  });

  it('waits with an update while something is kept for the session only', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    brokenFrom(browser, 'storage.local.set');
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 7 } });
    await browser.happens('runtime.onUpdateAvailable', { version: '2' });
    expect(browser.callsTo('runtime.reload')).toEqual([]);
    browser.fails = () => null;
    await browser.happens('idle.onStateChanged', 'active');
    await browser.happens('idle.onStateChanged', 'active');
    expect(browser.callsTo('runtime.reload')).not.toEqual([]);
  });
});

describe('a value that could not be read again', () => {
  it('is not stored, and what was there stays', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    const { tally } = decodeAll(browser.data.local);
    browser.setClock(9e15);
    await browser.happens('idle.onStateChanged', 'active');
    const after = decodeAll(browser.data.local);
    expect(after.notices).toEqual([]);
    expect(after.tally.breaksEver).toBe(tally.breaksEver);
  });
});

describe('a storage that can’t be read', () => {
  it('is reported to the sender of a message, opens nothing, and is read again at the next event', async () => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    browser.kills();
    const before = worldOf(browser);
    browser.fails = (name) => (name === 'storage.local.get' ? new Error('corrupt') : null);
    for (let times = 0; times < 3; times++) {
      browser.kills();
      expect(await browser.sends({ type: 'startBreak' })).toEqual({ ok: false, failed: 'storage' });
    }
    expect(worldOf(browser)).toMatchObject({ ...before, wakesOn: expect.anything() });
    browser.fails = () => null;
    expect(await browser.sends({ type: 'startBreak' })).toEqual({ ok: true });
  });
});
