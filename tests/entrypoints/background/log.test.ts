import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { entriesOf, setBackMs } from '../../../core/engine/log.ts';
import { type Log, LogSchema } from '../../../core/engine/logSchema.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { dayFromLog } from '../../../core/simulate/fromLog.ts';
import { logOfDay } from '../../../scripts/logOfDay.ts';
import { isAsked } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';
import { soundnessOf } from './world.ts';

useBrowser();

const log = (): Log => v.parse(LogSchema, browser.data.session.log);
const entries = () => entriesOf(log());
const typesOf = (outcomes: readonly { type: string }[]) => outcomes.map(({ type }) => type);

describe('the log', () => {
  it('begins with the start, and says what caused a reminder', async () => {
    await isAsked(browser);
    expect(entries()[0]?.event).toEqual({ type: 'started' });
    const asked = entries().find(({ outcomes }) => typesOf(outcomes).includes('prompt'));
    expect(asked?.event.type).toBe('alarmRang');
  });

  it('says why there is no reminder', async () => {
    await isAsked(browser);
    await browser.sends({ type: 'snooze' });
    expect(entries().at(-1)).toMatchObject({ event: { type: 'snooze' }, reason: 'snoozed' });
  });

  it('is not written when a look finds nothing new', async () => {
    await isAsked(browser);
    const writes = () =>
      browser.callsTo('storage.session.set').filter(({ args }) => 'log' in (args[0] as object));
    const before = writes().length;
    await browser.reports('active');
    await browser.passes(0.2);
    expect(writes()).toHaveLength(before);
  });

  it('stays in order of arrival when the clock is set back by an hour', async () => {
    await isAsked(browser);
    browser.setClock(browser.data.nowMs - 3_600_000);
    await browser.sends({ type: 'snooze' });
    await browser.passes(1);
    await browser.sends({ type: 'rested' });
    const types = entries().map(({ event }) => event.type);
    expect(types.indexOf('rested')).toBeGreaterThan(types.indexOf('snooze'));
    const snooze = entries().find(({ event }) => event.type === 'snooze');
    expect(snooze && setBackMs(snooze)).toBeGreaterThan(3_500_000);
  });

  it('outlives the worker', async () => {
    await isAsked(browser);
    const before = entries().length;
    browser.kills();
    await browser.sends({ type: 'snooze' });
    expect(entries()).toHaveLength(before + 1);
  });

  it('ends with the browser session', async () => {
    await isAsked(browser);
    await browser.restarts();
    expect(entries().map(({ event }) => event.type)).toContain('started');
    expect(entries().some(({ event }) => event.type === 'changeSettings')).toBe(false);
  });

  it('is forgotten when everything is erased', async () => {
    await isAsked(browser);
    await browser.sends({ type: 'eraseEverything' });
    expect(entries()[0]?.event).toEqual({ type: 'started' });
    expect(entries().some(({ event }) => event.type === 'changeSettings')).toBe(false);
  });

  it('can be replayed: the same reminder in the same second', async () => {
    await isAsked(browser);
    const asked = entries().find(({ outcomes }) => typesOf(outcomes).includes('prompt'));
    const { came } = logOfDay(JSON.parse(JSON.stringify(dayFromLog(log()))));
    const prompts = came.filter(({ outcome }) => outcome.type === 'prompt');
    expect(prompts).toHaveLength(1);
    expect(Math.abs((prompts[0]?.atMs ?? 0) - (asked?.atMs ?? 0))).toBeLessThanOrEqual(1000);
  });
});

describe('a log that is damaged', () => {
  it.each(['garbage', [], [{ before: null, entries: [] }], { length: 1 }])(
    '(%j) is forgotten without harm',
    async (damaged) => {
      await isAsked(browser);
      browser.data.session.log = damaged;
      expect(await browser.sends({ type: 'snooze' })).toEqual({ ok: true });
      expect(decodeAll(browser.data.local).state?.phase).toBe('snoozed');
      expect(soundnessOf(browser).is.asks).toBe(0);
      expect(entries().map(({ event }) => event.type)).toEqual(['snooze']);
    },
  );
});

it.each([
  ['is no list', 'damaged'],
  ['has a part without entries', [{ before: {}, entries: null }]],
  ['has an entry without what was seen', [{ before: {}, entries: [{ atMs: 1 }] }]],
])('a log that %s is begun again', async (_, damaged) => {
  await isAsked(browser);
  browser.data.session.log = damaged;
  await browser.sends({ type: 'snooze' });
  expect(entries().map(({ event }) => event.type)).toEqual(['snooze']);
});

it('a log that can’t be written blocks nothing', async () => {
  await isAsked(browser);
  browser.fails = (name, args) =>
    name === 'storage.session.set' && 'log' in (args[0] as object) ? new Error('full') : null;
  expect(await browser.sends({ type: 'startBreak' })).toEqual({ ok: true });
  await browser.settle();
  expect(browser.tabsAt('break.html')).toHaveLength(1);
  expect(decodeAll(browser.data.local).state?.phase).toBe('break');
});
