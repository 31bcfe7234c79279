// Over 300 lines: many stories, one after another.
import { encode } from '../../../core/records/envelope.ts';
import { OUTBOX_KEY, type Outbox } from '../../../core/records/outbox.ts';
import { HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import type { FakeBrowser } from './fakeBrowser.ts';
import { cardSender, pageSender } from './own.ts';

/** An instant, and what happens then. */
export interface Story {
  name: string;
  /** How it came to that. */
  before: (browser: FakeBrowser) => Promise<void>;
  event: (browser: FakeBrowser) => Promise<unknown>;
  /** Time alone causes it, so any event that wakes the worker does the same. */
  byTime?: true;
  /** What has happened anyway if the worker never hears of it. */
  unheard?: (browser: FakeBrowser) => void;
}

const SHORT_ONLY = { rhythms: { long: { on: false } } };

/** Installed, with someone at the screen, and the welcome page closed. */
export async function begins(browser: FakeBrowser, patch: object = {}): Promise<void> {
  await browser.installs();
  for (const { id } of browser.tabsAt('welcome.html')) await browser.closesTab(id);
  await browser.sends({ type: 'changeSettings', patch: { ...SHORT_ONLY, ...patch } });
  await browser.sends({ type: 'careRead' });
}

/** The short break is due after 30 minutes. Patience lasts two minutes. */
export async function isAsked(browser: FakeBrowser, patch: object = {}): Promise<void> {
  await begins(browser, patch);
  await browser.passes(32.2);
}

const asks = async (browser: FakeBrowser, permission: boolean, patch: object) => {
  if (permission) browser.data.permissions = ['notifications'];
  await isAsked(browser, patch);
};
const notified = (browser: FakeBrowser) => asks(browser, true, { promptStyle: 'notification' });

const withCard = async (browser: FakeBrowser) => {
  browser.data.permissions = ['scripting'];
  await isAsked(browser, { promptStyle: 'card' });
};

/** The question and its two returns went unanswered. Only a pause in the input is missing. */
const warnable = async (browser: FakeBrowser) => {
  await isAsked(browser, { puttingOff: 'firm' });
  await browser.passes(22);
};

const inBreak = async (browser: FakeBrowser, message: object = {}) => {
  await isAsked(browser);
  await browser.sends({ type: 'startBreak', ...message });
  await browser.passes(0.1);
};

/** So many entries wait for the database already. */
export function waiting(browser: FakeBrowser, many: number): void {
  const { local, nowMs } = browser.data;
  const outbox = (local[OUTBOX_KEY] as { value: Outbox }).value;
  const entries = Array.from({ length: many }, (_, nth) => {
    const fromMs = nowMs - (many - nth) * HOUR_MS;
    const toMs = fromMs + 10 * MINUTE_MS;
    const [is, how, offsetMinutes] = ['rest', 'natural', 0];
    return { is, id: `waits-r${nth}`, fromMs, toMs, offsetMinutes, how };
  });
  local[OUTBOX_KEY] = encode({ ...outbox, entries });
}

const says =
  (message: object, page = 'popup.html') =>
  (browser: FakeBrowser) =>
    browser.sends(message, pageSender(page));

const rings = (browser: FakeBrowser) => browser.passesToAlarm();

const commands: [string, object, Story['before']][] = [
  [
    'a break is started from the popup, long before it is due',
    { type: 'startBreak', kind: 'stillness' },
    begins,
  ],
  ['a break is begun from the prompt', { type: 'startBreak' }, isAsked],
  ['the prompt is put off', { type: 'snooze' }, isAsked],
  ['the break is skipped', { type: 'skip' }, isAsked],
  ['the prompt is closed', { type: 'dismiss' }, isAsked],
  ['a break just taken elsewhere', { type: 'rested' }, isAsked],
  ['everything is paused', { type: 'pause', minutes: 60 }, isAsked],
  ['everything is paused until the morning', { type: 'pause', until: 'tomorrow' }, begins],
  [
    'a pause is ended',
    { type: 'resume' },
    async (browser) => {
      await begins(browser);
      await browser.sends({ type: 'pause' });
      await browser.passes(40);
    },
  ],
  [
    'a longer interval withdraws the prompt',
    { type: 'changeSettings', patch: { rhythms: { short: { intervalMinutes: 60 } } } },
    isAsked,
  ],
  [
    'another interval moves the alarm',
    {
      type: 'changeSettings',
      patch: { rhythms: { short: { intervalMinutes: 5 } }, iconMinutes: 'lastTen' },
    },
    async (browser) => {
      await begins(browser);
      await browser.passes(4);
    },
  ],
  ['the break is left early', { type: 'leaveBreak' }, inBreak],
  [
    'the break is finished early',
    { type: 'leaveBreak' },
    async (browser) => {
      await inBreak(browser);
      await browser.passes(0.7);
    },
  ],
  [
    'a skipped break is taken',
    { type: 'takeAfterAll' },
    async (browser) => {
      await isAsked(browser);
      await browser.sends({ type: 'skip' });
      await browser.passes(1);
    },
  ],
  [
    'the first safety note is read',
    { type: 'careRead' },
    async (browser) => {
      await browser.installs();
      await browser.sends({ type: 'startBreak' });
      await browser.passes(0.2);
    },
  ],
  ['everything is erased', { type: 'eraseEverything' }, isAsked],
];

export const STORIES: Story[] = [
  { name: 'a checkpoint comes', before: begins, event: rings, byTime: true },
  {
    name: 'it is time to ask, in a window',
    before: async (browser) => {
      await begins(browser);
      await browser.passes(31);
    },
    event: rings,
    byTime: true,
  },
  {
    name: 'it is time to ask, by a notification',
    before: async (browser) => {
      browser.data.permissions = ['notifications'];
      await begins(browser, { promptStyle: 'notification' });
      await browser.passes(31);
    },
    event: rings,
    byTime: true,
  },
  {
    name: 'it is time to ask, in a tab',
    before: async (browser) => {
      await begins(browser, { promptStyle: 'tab' });
      await browser.passes(31);
    },
    event: rings,
    byTime: true,
  },
  {
    name: 'it is time to ask, with a card in the page',
    before: async (browser) => {
      browser.data.permissions = ['scripting'];
      await begins(browser, { promptStyle: 'card' });
      await browser.passes(31);
    },
    event: rings,
    byTime: true,
  },
  {
    name: 'the minute of a card is over',
    before: withCard,
    event: rings,
    byTime: true,
  },
  {
    name: 'the card is answered',
    before: withCard,
    event: (browser) => browser.sends({ type: 'snooze', minutes: 2 }, cardSender(browser)),
  },
  {
    name: 'a notice becomes the question',
    before: (browser) => isAsked(browser, { noticeSeconds: 60 }),
    event: rings,
    byTime: true,
  },
  {
    name: 'input pauses, and the page of the break opens with the firm manner',
    before: warnable,
    event: async (browser) => {
      browser.leaves();
      await browser.passes(0.25);
    },
  },
  {
    name: 'the break starts after its warning',
    before: async (browser) => {
      await warnable(browser);
      browser.leaves();
      await browser.passes(0.3);
    },
    event: says({ type: 'startBreak' }, 'break.html'),
  },
  {
    name: 'the morning asks whether the pause goes on',
    before: async (browser) => {
      await begins(browser);
      await browser.sends({ type: 'pause' });
      await browser.passes(21 * 60 - 0.02);
    },
    event: rings,
    byTime: true,
  },
  { name: 'the minute of a window is over', before: isAsked, event: rings, byTime: true },
  { name: 'the minute of a notification is over', before: notified, event: rings, byTime: true },
  {
    name: 'the last return of an ask is over',
    before: async (browser) => {
      await isAsked(browser);
      await browser.passes(14.5);
    },
    event: rings,
    byTime: true,
  },
  { name: 'the clock ends a break', before: inBreak, event: rings, byTime: true },
  {
    name: 'the clock ends a break, and what waits for the log is copied',
    before: async (browser) => {
      await inBreak(browser);
      waiting(browser, 19);
    },
    event: rings,
    byTime: true,
  },
  {
    name: 'the screen is locked while asked',
    before: isAsked,
    event: (browser) => browser.locks(),
  },
  {
    name: 'the person is back from a rest',
    before: async (browser) => {
      await isAsked(browser);
      browser.leaves();
      await browser.passes(7);
    },
    event: (browser) => browser.returns(),
  },
  {
    name: 'the machine wakes from a night, and the late alarm rings',
    before: async (browser) => {
      await begins(browser);
      await browser.passes(20);
      browser.sleeps(480);
    },
    event: (browser) => browser.rings('exhale'),
  },
  {
    name: 'a window gets the focus, which the prompt was waiting for',
    before: async (browser) => {
      await begins(browser);
      browser.focus(null);
      await browser.passes(32.2);
    },
    event: (browser) => {
      browser.focus(browser.data.lastFocusedId);
      return browser.settle();
    },
  },
  {
    name: 'the tab in view starts to play sound',
    before: isAsked,
    event: async (browser) => {
      for (const tab of browser.data.tabs) tab.audible = true;
      await browser.happens('tabs.onUpdated', 2, { audible: true }, { active: true, windowId: 1 });
    },
  },
  {
    name: 'the window goes into full screen',
    before: isAsked,
    event: async (browser) => {
      for (const window of browser.data.windows)
        if (window.type === 'normal') window.state = 'fullscreen';
      await browser.happens('windows.onBoundsChanged', {});
    },
  },
  ...commands.map(([name, message, before]) => ({ name, before, event: says(message) })),
  {
    name: 'the first button of the notification is pressed',
    before: notified,
    event: (browser) => browser.happens('notifications.onButtonClicked', 'exhale', 0),
  },
  {
    name: 'the second button of the notification is pressed',
    before: notified,
    event: (browser) => browser.happens('notifications.onButtonClicked', 'exhale', 1),
  },
  {
    name: 'the notification is closed by hand',
    before: notified,
    event: async (browser) => {
      browser.closeNotification('exhale', true);
      await browser.settle();
    },
    // The minute of the ask ends by itself soon enough.
    unheard: ({ data }) => {
      data.notifications = {};
    },
  },
  {
    name: 'the page of the break is closed by hand',
    before: inBreak,
    event: (browser) => browser.closesPage('break.html'),
  },
  {
    name: 'the window of the prompt is closed by hand',
    before: isAsked,
    event: (browser) => browser.closesPage('prompt.html'),
  },
  {
    name: 'the extension is updated while asked',
    before: isAsked,
    event: (browser) => browser.updates(),
    byTime: true,
  },
  {
    name: 'the browser is restarted in a break',
    before: inBreak,
    event: (browser) => browser.restarts(),
    byTime: true,
  },
  {
    // Without the welcome page, which the person may close.
    name: 'Exhale runs for the first time',
    before: async () => undefined,
    event: (browser) => browser.isEnabledAgain(),
    byTime: true,
  },
];
