// Over 300 lines: all that two computers of one person tell each other.
import { beforeAll, describe, expect, it } from 'vitest';
import { DEVICES } from '../../../core/records/devices.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import { Account } from './account.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { AT, isAsked, minutesAt, Person, settingsOf, viewOf } from './person.ts';
import { begins } from './stories.ts';
import { workerScript } from './worker.ts';

let script: Script;
beforeAll(async () => {
  script = await workerScript();
}, 60_000);

const devicesOf = (browser: FakeBrowser) => {
  const decoded = decodePageRecord(DEVICES, browser.data.local.devices);
  if (decoded.is !== 'ok') throw new Error(decoded.is);
  return decoded.value;
};

async function two(...clocksMs: [number, number]) {
  const person = await Person.with(script, ...clocksMs);
  const [desktop, laptop] = person.browsers as [FakeBrowser, FakeBrowser];
  return { person, desktop, laptop };
}

describe('time at two screens', () => {
  it('is counted on as one', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    await person.passes(20, desktop);
    await person.passes(9, laptop);
    expect(minutesAt(laptop)).toBeGreaterThan(26);
    expect(minutesAt(laptop)).toBeLessThan(30);
    await person.passes(6, laptop);
    expect(isAsked(laptop)).toBe(true);
    expect(isAsked(desktop)).toBe(false);
  });

  it('is not counted twice, however often the person moves', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    for (let time = 0; time < 6; time++) {
      await person.passes(2, desktop);
      await person.passes(2, laptop);
    }
    for (const browser of person.browsers) {
      expect(minutesAt(browser)).toBeGreaterThan(18);
      expect(minutesAt(browser)).toBeLessThan(25);
    }
  });

  it('is no rest at the one that is left alone', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    await person.passes(10, desktop);
    await person.passes(12, laptop);
    await person.passes(2, desktop);
    expect(minutesAt(desktop)).toBeGreaterThan(20);
  });

  it('starts over after a time in which no one was at either', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    await person.passes(20, desktop);
    await person.passes(8, null);
    await person.passes(3, laptop);
    expect(minutesAt(laptop)).toBeLessThan(4);
  });

  it('is joined when the news comes late', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    await person.passes(20, desktop, { newsArrives: false });
    await person.passes(4, laptop, { newsArrives: false });
    expect(minutesAt(laptop)).toBeLessThan(5);
    await person.newsArrives();
    expect(minutesAt(laptop)).toBeGreaterThan(20);
  });

  it.each([1, -1])('is counted on with a clock that is %i h wrong', async (hours) => {
    const { person, desktop, laptop } = await two(hours * HOUR_MS, 0);
    // By three news, it is known that the clock is wrong.
    await person.passes(3, desktop);
    await person.passes(3, laptop);
    await person.passes(3, desktop);
    await person.passes(3, laptop);
    await person.passes(6, desktop);
    await person.passes(3, laptop);
    expect(minutesAt(laptop)).toBeGreaterThan(13);
    expect(minutesAt(laptop)).toBeLessThan(23);
  });

  it('is not taken from a device that was off for a month', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    await person.passes(20, desktop);
    await person.does(laptop, async () => laptop.sleeps(30 * 24 * 60));
    await person.does(laptop, () => laptop.restarts());
    await person.account.arrivesAt(laptop);
    await person.does(laptop, () => laptop.returns());
    await person.does(laptop, () => laptop.passes(2));
    expect(minutesAt(laptop)).toBeLessThan(3);
  });
});

describe('an answer at one', () => {
  async function bothAsk() {
    const both = await two(0, 0);
    const { person, desktop, laptop } = both;
    await person.passes(32, desktop);
    await person.does(laptop, () => laptop.returns());
    // So long that the laptop asks, and too short for a rest at the desktop.
    await person.passes(4, laptop, { newsArrives: false });
    expect(isAsked(laptop)).toBe(true);
    return both;
  }

  it('withdraws the question at the other, once the break is taken', async () => {
    const { person, desktop, laptop } = await bothAsk();
    await person.sends(desktop, { type: 'startBreak' });
    await person.does(desktop, () => desktop.passes(1.1));
    expect(isAsked(laptop)).toBe(true);
    await person.newsArrives();
    await person.does(laptop, () => laptop.settle());
    expect(isAsked(laptop)).toBe(false);
    expect(viewOf(laptop).nextBreakInMs).toBeGreaterThan(25 * MINUTE_MS);
  });

  it.each(['skip', 'snooze'])('is heard at the other (%s)', async (type) => {
    const { person, desktop, laptop } = await bothAsk();
    await person.sends(desktop, { type });
    await person.newsArrives();
    await person.does(laptop, () => laptop.settle());
    expect(isAsked(laptop)).toBe(false);
  });
});

describe('a setting', () => {
  const change = (person: Person, browser: FakeBrowser, patch: object) =>
    person.sends(browser, { type: 'changeSettings', patch });

  it('that is changed at one is changed at the other, and what a machine can do stays', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    await change(person, desktop, { snoozeMinutes: 9, promptStyle: 'tab' });
    await change(person, desktop, { rhythms: { own: { intervalMinutes: 20, breakSeconds: 30 } } });
    await person.passes(3, desktop);
    expect(settingsOf(laptop)).toMatchObject({ snoozeMinutes: 9, promptStyle: 'smallWindow' });
    expect(settingsOf(laptop).rhythms).toEqual(settingsOf(desktop).rhythms);
    await change(person, laptop, { rhythms: { own: null } });
    await person.passes(3, laptop);
    expect(Object.keys(settingsOf(desktop).rhythms)).toEqual(['short', 'long']);
  });

  it('of each is kept when both change at once, and the later wins where it is the same', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    await change(person, desktop, { snoozeMinutes: 9, eveningHour: 18 });
    await person.does(laptop, () => laptop.passes(0.1));
    await change(person, laptop, { restMinutes: 8, eveningHour: 19 });
    await person.passes(2, null, { newsArrives: false });
    // The laptop has written last, without knowing of the other.
    await person.passes(6, desktop);
    for (const browser of person.browsers)
      expect(settingsOf(browser)).toMatchObject({
        snoozeMinutes: 9,
        restMinutes: 8,
        eveningHour: 19,
      });
  });

  it('of a newer Exhale that is unknown here is left as it is', async () => {
    const { person, desktop } = await two(0, 0);
    const news = {
      'setting.scheme': { atMs: AT + MINUTE_MS, value: 'sepia' },
      'setting.snoozeMinutes': { atMs: AT + MINUTE_MS, value: 12 },
      'setting.future': { atMs: AT + MINUTE_MS, value: [1] },
      'setting.constructor': { atMs: AT + MINUTE_MS, value: {} },
      'setting.restMinutes': { atMs: AT + MINUTE_MS, value: 1e12 },
      'device.nobody': 'noise',
    };
    const before = settingsOf(desktop);
    person.account.takes(new FakeBrowser(script), news);
    await person.passes(14, desktop);
    expect(settingsOf(desktop)).toEqual({ ...before, snoozeMinutes: 12 });
    expect(person.account.items).toMatchObject(news);
  });

  it('that an organization has locked is neither taken nor told', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    laptop.data.managed = { locked: { scheme: 'dark' } };
    await person.does(laptop, () => laptop.happens('storage.managed.onChanged', {}));
    await change(person, desktop, { scheme: 'light' });
    await person.passes(4, laptop);
    expect(settingsOf(laptop).scheme).toBe('dark');
    expect(settingsOf(desktop).scheme).toBe('light');
  });

  it('that was there first is taken over by a computer that begins to share', async () => {
    const person = await Person.with(script, 0);
    const [first] = person.browsers as [FakeBrowser];
    await change(person, first, { snoozeMinutes: 9 });
    await person.passes(2, first);
    const second = new FakeBrowser(script, 'chrome', first.data.nowMs);
    await begins(second, { snoozeMinutes: 12, restMinutes: 8 });
    person.account.joins(second);
    person.browsers.push(second);
    await person.sends(second, { type: 'shareWithDevices', on: true });
    expect(settingsOf(second)).toMatchObject({ snoozeMinutes: 9, restMinutes: 5 });
  });
});

describe('sharing', () => {
  it('is off until it is switched on: nothing is written, and nothing is taken', async () => {
    const browser = new FakeBrowser(script);
    const account = new Account();
    await begins(browser);
    account.joins(browser);
    account.takes(new FakeBrowser(script), { 'setting.snoozeMinutes': { atMs: AT, value: 12 } });
    browser.setClock(browser.data.nowMs);
    await account.arrivesAt(browser);
    await browser.passes(45);
    expect(account.writes.get(browser)).toEqual([]);
    expect(settingsOf(browser).snoozeMinutes).toBe(5);
  });

  it('that is switched off takes its own news back, and hears nothing more', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    await person.passes(2, desktop);
    const devices = () => Object.keys(person.account.items).filter((key) => /^device/.test(key));
    expect(devices()).toHaveLength(2);
    await person.sends(desktop, { type: 'shareWithDevices', on: false });
    expect(devices()).toHaveLength(1);
    await person.sends(laptop, { type: 'changeSettings', patch: { snoozeMinutes: 9 } });
    await person.passes(3, laptop);
    expect(settingsOf(desktop).snoozeMinutes).toBe(5);
  });

  it('leaves nothing in the account when everything is erased', async () => {
    const { person, desktop } = await two(0, 0);
    await person.passes(2, desktop);
    await person.sends(desktop, { type: 'eraseEverything' });
    expect(person.account.items).toEqual({});
    expect(desktop.data.local.devices).toBeUndefined();
  });

  it('does not go on after everything is erased, even if something was about to be told', async () => {
    const { person, desktop } = await two(0, 0);
    await person.passes(32, desktop);
    await person.does(desktop, () =>
      desktop.sendTogether([{ type: 'snooze' }, { type: 'eraseEverything' }]),
    );
    expect(person.account.items).toEqual({});
    person.browsers.pop();
    await person.passes(12, desktop);
    expect(person.account.items).toEqual({});
    expect(desktop.data.local.devices).toBeUndefined();
  });

  it('leaves nothing in the account once the last computer switches it off', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    await person.passes(2, desktop);
    await person.sends(desktop, { type: 'shareWithDevices', on: false });
    await person.newsArrives();
    expect(Object.keys(person.account.items)).toContain('setting.quietSites');
    await person.sends(laptop, { type: 'shareWithDevices', on: false });
    expect(person.account.items).toEqual({});
  });

  it('that cannot hear what is there is not switched on', async () => {
    const person = await Person.with(script);
    const browser = new FakeBrowser(script, 'chrome', AT);
    await begins(browser);
    person.account.joins(browser);
    browser.fails = (name) => (name === 'storage.sync.get' ? new Error('no sync') : null);
    const message = { type: 'shareWithDevices', on: true };
    expect(await browser.sends(message)).toEqual({ ok: false, failed: 'storage' });
    await browser.passes(2);
    expect(browser.data.local.devices).toBeUndefined();
    expect(person.account.items).toEqual({});
  });

  it('tells a setting once, although browsers return its fields in another order', async () => {
    const { person, desktop, laptop } = await two(0, 0);
    const patch = { rhythms: { short: { intervalMinutes: 25 } } };
    await person.sends(desktop, { type: 'changeSettings', patch });
    await person.passes(3, desktop);
    expect(settingsOf(laptop).rhythms.short?.intervalMinutes).toBe(25);
    for (const browser of person.browsers) {
      await person.does(browser, () => browser.restarts());
      expect(Object.values(devicesOf(browser).shared).every(({ told }) => told)).toBe(true);
    }
  });

  it('says that the browser refuses what it should carry, and tries again later', async () => {
    const { person, desktop } = await two(0, 0);
    desktop.fails = (name) => (name === 'storage.sync.set' ? new Error('QUOTA_BYTES') : null);
    await person.passes(12, desktop);
    expect(devicesOf(desktop).refused).toBe(true);
    desktop.fails = () => null;
    await person.passes(12, desktop);
    expect(devicesOf(desktop).refused).toBe(false);
  });

  it('does not tell what is known of a machine, nor any day', async () => {
    const { person, desktop } = await two(0, 0);
    await person.passes(35, desktop);
    const told = Object.keys(person.account.items);
    expect(told.every((key) => /^(device|setting)\./.test(key))).toBe(true);
    expect(told).not.toContain('setting.promptStyle');
    expect(told).not.toContain('setting.presence');
  });
});
