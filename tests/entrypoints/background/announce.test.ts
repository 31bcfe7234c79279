import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ALARM } from '../../../shell/alarm.ts';
import { fakeWorld } from '../../components/sounds/fakeContext.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins, isAsked } from './stories.ts';
import { workerScript } from './worker.ts';

let script: Script;
let firefox: Script;
beforeAll(async () => {
  [script, firefox] = await Promise.all([workerScript(), workerScript('firefox')]);
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const SOUND = { askSound: true, askLoudness: 15 };
const sounds = (browser: FakeBrowser) =>
  browser.calls.filter(({ name }) => name === 'offscreen.createDocument');

it.each(['smallWindow', 'tab', 'icon', 'notification', 'card'])(
  'A reminder is announced once, whichever way it comes: %s',
  async (promptStyle) => {
    const browser = new FakeBrowser(script);
    browser.data.permissions = ['notifications', 'scripting'];
    await isAsked(browser, { ...SOUND, promptStyle });
    expect(sounds(browser).map(({ args }) => args)).toEqual([
      [expect.objectContaining({ url: '/announce.html?15', reasons: ['AUDIO_PLAYBACK'] })],
    ]);
    // Another look at the same reminder, and another worker.
    await browser.happens('idle.onStateChanged', 'active');
    browser.kills();
    await browser.passes(0.3);
    expect(sounds(browser)).toHaveLength(1);
  },
);

it('A return of the reminder is announced again', async () => {
  const browser = new FakeBrowser(script);
  await isAsked(browser, SOUND);
  await browser.passes(12);
  expect(sounds(browser)).toHaveLength(2);
});

it('Nothing is announced with the sound off, which is the default', async () => {
  const browser = new FakeBrowser(script);
  await isAsked(browser);
  await browser.passes(12);
  expect(sounds(browser)).toEqual([]);
});

it('A reminder that several events bring in one turn is announced once', async () => {
  const browser = new FakeBrowser(script);
  await begins(browser, SOUND);
  await browser.passes(31.5);
  browser.setClock(browser.alarm ?? 0);
  const scheduledTime = browser.data.nowMs;
  await browser.happenTogether([
    ['alarms.onAlarm', { name: ALARM, scheduledTime }],
    ['idle.onStateChanged', 'active'],
    ['alarms.onAlarm', { name: ALARM, scheduledTime }],
  ]);
  expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  expect(sounds(browser)).toHaveLength(1);
});

it.each(['stays open', 'never opens'])(
  'A sound whose page %s keeps no reminder back',
  async (how) => {
    const browser = new FakeBrowser(script);
    browser.hangs = (name) => how === 'never opens' && name === 'offscreen.createDocument';
    await isAsked(browser, SOUND);
    if (how === 'stays open') browser.data.offscreenUntilMs = Number.MAX_SAFE_INTEGER;
    await browser.sends({ type: 'snooze' });
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    await browser.passes(7.2);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    expect(sounds(browser)).toHaveLength(2);
  },
);

it('A sound that fails keeps no reminder back', async () => {
  const browser = new FakeBrowser(script);
  browser.fails = (name) =>
    name === 'offscreen.createDocument'
      ? new Error('Only a single offscreen document may be created.')
      : null;
  await isAsked(browser, SOUND);
  expect(browser.tabsAt('prompt.html')).toHaveLength(1);
});

it('A notice that turns into its question is announced once', async () => {
  const browser = new FakeBrowser(script);
  await isAsked(browser, { ...SOUND, noticeSeconds: 60 });
  await browser.passes(0.9);
  expect(sounds(browser)).toHaveLength(1);
});

/** An audio clock for the background, which runs at once. */
function audio() {
  const told: string[] = [];
  const { context, heard } = fakeWorld();
  const clock = {
    state: 'running',
    addEventListener: () => {},
    removeEventListener: () => {},
    close: async () => void told.push('closed'),
  };
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('AudioContext', function open() {
    told.push('opened');
    return Object.assign(context, clock);
  });
  return { told, heard };
}

it('Firefox plays it in the background, once, and closes its audio clock', async () => {
  const { told, heard } = audio();
  const browser = new FakeBrowser(firefox, 'firefox');
  await isAsked(browser, SOUND);
  expect(heard()).not.toEqual([]);
  await browser.passes(0.1);
  expect(told).toEqual(['opened', 'closed']);
});

it('Firefox opens no audio clock with the sound off', async () => {
  const { told } = audio();
  const browser = new FakeBrowser(firefox, 'firefox');
  await isAsked(browser);
  expect(told).toEqual([]);
});

it('An audio clock that can’t be opened keeps no reminder back', async () => {
  vi.stubGlobal('AudioContext', function open() {
    throw new Error('no sound card');
  });
  const browser = new FakeBrowser(firefox, 'firefox');
  await isAsked(browser, SOUND);
  expect(browser.tabsAt('prompt.html')).toHaveLength(1);
});
