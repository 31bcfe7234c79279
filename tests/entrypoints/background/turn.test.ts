import { describe, expect, it } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import type { FakeBrowser } from './fakeBrowser.ts';
import { cardSender, pageSender, type Sender } from './own.ts';
import { begins, isAsked } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';

useBrowser();

/** However many calls of its turn hang. */
const ANSWER_SECONDS = 5;
const STEP_SECONDS = 0.1;
const TWO_MINUTES = 120;

/** How long a page waits for the answer to its command. */
async function secondsToAnswer(message: object, sender: Sender = pageSender('popup.html')) {
  let answered = false;
  browser.tells(
    message,
    () => {
      answered = true;
    },
    sender,
  );
  await browser.settle();
  let steps = 0;
  for (; !answered && steps * STEP_SECONDS < TWO_MINUTES; steps++)
    await browser.passes(STEP_SECONDS / 60);
  return steps * STEP_SECONDS;
}

/** Ends with a break for the history, beside a damaged record. */
const breakIsOver = async (it: FakeBrowser) => {
  await begins(it);
  await it.sends({ type: 'startBreak', seconds: 60 });
  await it.passes(0.9);
  it.data.local.tally = { version: 2, value: 'damaged' };
};

const WAYS: [string, (it: FakeBrowser) => Promise<void>, object][] = [
  ['in which little happens', begins, { type: 'pause', minutes: 10 }],
  ['that answers a reminder', isAsked, { type: 'snooze' }],
  ['that begins a break', isAsked, { type: 'startBreak' }],
  ['that ends a break', breakIsOver, { type: 'leaveBreak' }],
  ['that changes the settings', begins, { type: 'changeSettings', patch: { restMinutes: 7 } }],
  ['that erases everything', begins, { type: 'eraseEverything' }],
];

/** Calls that change what can be seen. */
const PAINTS = /^(action\.set|windows\.(create|update)|tabs\.(create|remove|update))/;

describe('a turn', () => {
  it.each(WAYS)(
    '%s is answered at once, although what it paints hangs',
    async (_, begin, message) => {
      await begin(browser);
      browser.hangs = (name) => PAINTS.test(name);
      expect(await secondsToAnswer(message)).toBe(0);
    },
  );

  it('of a command does not wait for what the turns before it paint', async () => {
    await begins(browser);
    browser.hangs = (name) => PAINTS.test(name);
    browser.tells({ type: 'pause', minutes: 10 }, () => undefined, pageSender('popup.html'));
    await browser.settle();
    expect(await secondsToAnswer({ type: 'resume' })).toBe(0);
  });

  it.each(WAYS)('%s ends in time, although each call hangs', async (_, begin, message) => {
    await begin(browser);
    browser.hangs = () => true;
    expect(await secondsToAnswer(message)).toBeLessThanOrEqual(ANSWER_SECONDS);
  });

  it.each(WAYS)(
    '%s ends in time, although each call but reads hangs',
    async (_, begin, message) => {
      await begin(browser);
      browser.hangs = (name) => !name.startsWith('storage.local.get');
      expect(await secondsToAnswer(message)).toBeLessThanOrEqual(ANSWER_SECONDS);
    },
  );

  it.each(WAYS)(
    '%s ends in time, although each call takes 1.9 seconds',
    async (_, begin, message) => {
      await begin(browser);
      browser.lags = () => 1.9;
      expect(await secondsToAnswer(message)).toBeLessThanOrEqual(ANSWER_SECONDS);
    },
  );

  it('of a worker that has just started ends in time, although each call hangs', async () => {
    await isAsked(browser);
    browser.kills();
    browser.hangs = () => true;
    expect(await secondsToAnswer({ type: 'snooze' })).toBeLessThanOrEqual(ANSWER_SECONDS);
  });

  it('of an answer from the card ends in time, although each call hangs', async () => {
    browser.data.permissions = ['scripting'];
    await isAsked(browser, { promptStyle: 'card' });
    const sender = cardSender(browser);
    browser.hangs = () => true;
    expect(await secondsToAnswer({ type: 'snooze' }, sender)).toBeLessThanOrEqual(ANSWER_SECONDS);
  });
});

/** On a slow machine, each turn takes half a second. */
const slow = (name: string) => (name === 'windows.getLastFocused' ? 0.26 : 0);

describe('a command behind others', () => {
  const times = (count: number) => Array.from({ length: count });
  const tab = { tabId: 2, windowId: 1 };

  it('is answered in time, although each call hangs', async () => {
    await isAsked(browser);
    browser.hangs = () => true;
    for (const _ of times(20)) browser.fire('idle.onStateChanged', 'active');
    expect(await secondsToAnswer({ type: 'snooze' })).toBeLessThanOrEqual(ANSWER_SECONDS);
  });

  it('is carried out in the middle of a hundred tab switches on a slow machine', async () => {
    await isAsked(browser);
    browser.lags = slow;
    for (const _ of times(50)) browser.fire('tabs.onActivated', tab);
    await browser.settle();
    browser.tells({ type: 'snooze' }, () => undefined);
    for (const _ of times(50)) browser.fire('tabs.onActivated', tab);
    await browser.passes(ANSWER_SECONDS / 60);
    expect(decodeAll(browser.data.local).state?.phase).toBe('snoozed');
  });

  it('is carried out in time while a reminder takes long to open', async () => {
    await begins(browser);
    await browser.passes(31.9);
    browser.lags = (name) => (name === 'windows.create' ? 5 : 0);
    await browser.passesToAlarm();
    browser.tells({ type: 'pause' }, () => undefined);
    await browser.passes(0.5 / 60);
    expect(decodeAll(browser.data.local).pause).not.toBeNull();
  });

  it('leaves one of the switches its effect: a reminder that is due comes', async () => {
    await begins(browser, { patienceMinutes: 30 });
    await browser.passes(31);
    browser.lags = slow;
    for (const _ of times(50)) browser.fire('tabs.onActivated', tab);
    await browser.settle();
    await browser.passes(0.2);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});
