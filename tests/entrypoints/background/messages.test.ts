import { describe, expect, it } from 'vitest';
import { FakeBrowser } from './fakeBrowser.ts';
import { ID, ORIGIN, type Sender } from './own.ts';
import { isAsked } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';
import { worldOf } from './world.ts';

useBrowser(async () => {
  await isAsked(browser);
  await browser.happens('idle.onStateChanged', 'active');
  browser.calls.length = 0;
});

const STRANGERS: Record<string, Sender> = {
  'another extension': { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', url: `${ORIGIN}popup.html` },
  'a web page': { id: ID, url: 'https://example.org/' },
  'a web page that names us in its address': { id: ID, url: `https://example.org/${ORIGIN}` },
  'a content script': { id: ID, url: 'https://example.org/', tab: { id: 2 } },
  'a page whose address begins like ours': { id: ID, url: `${ORIGIN.slice(0, -1)}.evil/` },
  'nobody that says its address': { id: ID },
  'nobody at all': {},
};

describe('a message from a stranger', () => {
  it.each(Object.keys(STRANGERS))('is refused: %s', async (who) => {
    const before = worldOf(browser);
    const reply = await browser.sends({ type: 'eraseEverything' }, STRANGERS[who]);
    expect(reply).toEqual({ ok: false, failed: 'notOurs' });
    expect(browser.calls).toEqual([]);
    expect(worldOf(browser)).toEqual(before);
  });
});

const numbers = (field: string, type: string, whole: number[]) =>
  [Number.NaN, Number.POSITIVE_INFINITY, 1.5, '5', null, [5], {}, true, ...whole].map((value) => ({
    type,
    [field]: value,
  }));

const MALFORMED: unknown[] = [
  null,
  42,
  true,
  '',
  'skip',
  [],
  [{ type: 'skip' }],
  {},
  { type: null },
  { type: 7 },
  { type: ['skip'] },
  { type: { toString: 'skip' } },
  { type: 'unheardOf' },
  { type: 'SKIP' },
  { type: 'toString' },
  { type: 'constructor' },
  { type: '__proto__' },
  // Only the browser may send these.
  { type: 'started' },
  { type: 'looked' },
  { type: 'alarmRang', dueAtMs: 0 },
  { type: 'pageLoaded' },
  { type: 'skip', extra: 1 },
  { type: 'resume', minutes: 5 },
  // Pages do this themselves.
  { type: 'testPrompt' },
  { type: 'eraseEverything', sure: true },
  { type: 'changeSettings' },
  { type: 'replaceSettings' },
  { type: 'changeSettings', patch: {}, also: {} },
  ...numbers('seconds', 'startBreak', [0, -60, 9, 1801, 1e12]),
  ...numbers('minutes', 'snooze', [0, -5, 61, 1e12]),
  ...numbers('minutes', 'pause', [0, -5, 10081, 1e12]),
  { type: 'startBreak', rhythm: 5 },
  { type: 'startBreak', rhythm: {} },
  ...Object.getOwnPropertyNames(Object.prototype).flatMap((name) => [
    { type: 'startBreak', rhythm: name },
    { type: 'startBreak', pattern: name },
    { type: name },
  ]),
  { type: 'startBreak', rhythm: 'x'.repeat(33) },
  { type: 'startBreak', pattern: 'x'.repeat(10_000) },
  { type: 'startBreak', kind: 'nap' },
  { type: 'startBreak', kind: 'toString' },
  { type: 'startBreak', kind: 'own-' },
  { type: 'startBreak', pattern: 'hold your breath!' },
  { type: 'waitForCaution', note: 'holds' },
  { type: 'startBreak', pattern: null },
  { type: 'pause', until: 'never' },
  { type: 'pause', until: 5 },
];

describe('a malformed message', () => {
  it.each(MALFORMED.map((message) => [JSON.stringify(message), message]))(
    'is refused, and nothing changes: %s',
    async (_, message) => {
      const before = worldOf(browser);
      expect(await browser.sends(message)).toEqual({ ok: false, failed: 'malformed' });
      expect(browser.calls).toEqual([]);
      expect(worldOf(browser)).toEqual(before);
    },
  );

  it('of ten million characters is refused too, and stores nothing', async () => {
    const before = worldOf(browser);
    const long = 'x'.repeat(10_000_000);
    expect(await browser.sends({ type: long })).toEqual({ ok: false, failed: 'malformed' });
    expect(await browser.sends({ type: 'changeSettings', patch: long })).toMatchObject({
      ok: false,
    });
    expect(worldOf(browser)).toEqual(before);
  });

  it('can’t reach an object’s prototype', async () => {
    for (const text of [
      '{"type":"changeSettings","patch":{"__proto__":{"polluted":true}}}',
      '{"type":"changeSettings","patch":{"rhythms":{"__proto__":{"polluted":true}}}}',
      '{"type":"changeSettings","patch":{"constructor":{"prototype":{"polluted":true}}}}',
      '{"type":"replaceSettings","settings":{"__proto__":{"polluted":true}}}',
      '{"type":"skip","__proto__":{"polluted":true}}',
    ])
      await browser.sends(JSON.parse(text));
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
    expect(JSON.stringify(browser.data.local)).not.toContain('polluted');
  });
});

describe('a valid message', () => {
  it('is answered once, even if the page’s address has a hash or a query', async () => {
    for (const page of ['popup.html', 'options.html#sound', 'prompt.html?test']) {
      const replies: unknown[] = [];
      await browser.happens(
        'runtime.onMessage',
        { type: 'resume' },
        { id: ID, url: ORIGIN + page },
        (reply: unknown) => replies.push(reply),
      );
      expect(replies).toEqual([{ ok: true }]);
    }
  });

  it('keeps the channel open until it is answered, and closes it at once when refused', () => {
    const told = (message: object) =>
      browser.worker?.hear('runtime.onMessage', [
        message,
        { id: ID, url: `${ORIGIN}popup.html` },
        () => undefined,
      ]);
    expect(told({ type: 'resume' })).toEqual([true]);
    expect(told({ type: 'unheardOf' })).toEqual([false]);
  });

  it('names the field of a setting that it refuses, and changes nothing', async () => {
    const before = worldOf(browser);
    const reply = await browser.sends({
      type: 'changeSettings',
      patch: { snoozeMinutes: 10, rhythms: { short: { intervalMinutes: 4000 } } },
    });
    const refusal = { field: 'rhythms.short.intervalMinutes', problem: 'tooLarge', limit: 240 };
    expect(reply).toEqual({ ok: false, refusal });
    expect(worldOf(browser)).toEqual(before);
  });

  it.each([
    'restMinutes',
    'snoozeMinutes',
    'patienceMinutes',
    'detectionSeconds',
    'stillnessSeconds',
    'eveningHour',
  ])('refuses a bad value for %s, naming the field', async (field) => {
    const before = worldOf(browser);
    for (const value of [Number.NaN, -1, 1e12, 1.5, '5', null, [5], {}]) {
      const reply = await browser.sends({ type: 'changeSettings', patch: { [field]: value } });
      expect(reply).toMatchObject({ ok: false, refusal: { field } });
    }
    expect(worldOf(browser)).toEqual(before);
  });

  it('may name a custom kind or pattern, or a pattern that only the pages know', async () => {
    for (const message of [
      { type: 'startBreak', kind: 'own-tea' },
      { type: 'startBreak', kind: 'breathing', pattern: 'own-mine' },
      { type: 'startBreak', kind: 'breathing', pattern: 'someday' },
    ]) {
      const one = new FakeBrowser(browser.script);
      await isAsked(one);
      expect(await one.sends(message)).toEqual({ ok: true });
      const { type: _, ...wish } = message;
      expect(one.data.local.state).toMatchObject({ value: { break: wish } });
    }
  });

  it('lets a break wait for its safety note, and begin again once it is read', async () => {
    const running = () =>
      (browser.data.local.state as { value: { break: { doesNotCount?: true } | null } }).value
        .break;
    await browser.sends({ type: 'startBreak' });
    await browser.sends({ type: 'waitForCaution' });
    expect(running()).toMatchObject({ doesNotCount: true });
    await browser.sends({ type: 'careRead' });
    expect(running()).not.toHaveProperty('void');
    await browser.sends({ type: 'markUnwatched' });
    expect(running()).toMatchObject({ doesNotCount: true });
  });

  it('refuses a patch that is no object', async () => {
    for (const patch of [null, 5, 'all', true, [], [1]]) {
      const reply = await browser.sends({ type: 'changeSettings', patch });
      expect(reply).toMatchObject({ ok: false, refusal: { field: expect.any(String) } });
    }
  });

  it('is handled once if sent twice within ten milliseconds', async () => {
    await browser.sendTogether([{ type: 'startBreak' }, { type: 'startBreak' }]);
    expect(browser.tabsAt('break.html')).toHaveLength(1);
    expect(browser.callsTo('tabs.create')).toHaveLength(1);
  });

  it('that deletes all data leaves a fresh start', async () => {
    await browser.sends({ type: 'startBreak' });
    await browser.sends({ type: 'leaveBreak' });
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 9 } });
    expect(await browser.sends({ type: 'eraseEverything' })).toEqual({ ok: true });
    expect(Object.keys(browser.data.local)).toEqual(['state', 'outbox']);
    expect(browser.data.local.outbox).toMatchObject({ value: { next: 0, entries: [] } });
  });
});
