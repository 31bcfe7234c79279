import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { exportOf } from '../../core/personal/settingsFile.ts';
import type { Loaded } from '../../core/records/stored.ts';
import { RECORD_KEYS } from '../../core/records/stored.ts';
import type { Past } from '../../tests/driver/exhale.ts';
import type { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { click } from '../../tests/driver/hands.ts';
import { loadFile } from '../../tests/driver/loadFile.ts';
import type { Page } from '../../tests/driver/page.ts';
import { until } from '../../tests/driver/wait.ts';
import { saying, word } from '../../tests/driver/words.ts';
import { hold, isAnswered, update } from './hold.ts';
import { DAMAGE, DECEIVES, DEEDS, FILES, PATCHES } from './hostile.ts';
import { changeSettings, fillStorage, makeRoom, rage, sendAll } from './inPages.ts';

export interface Scene {
  exhale: ExhaleInChromium;
  /** From 0 to below 1, reproducibly. */
  chance: () => number;
  /** An extension that may send whatever it likes. */
  stranger: string;
}
/** Returns once it is over. What has to hold in the middle of it is checked there. */
type Attack = (scene: Scene) => Promise<void>;

const DUE: Past = { minutesAtScreen: 30.1 };
const WITH_CARD: Past = { ...DUE, settings: { promptStyle: 'card' } };
const LATER = saying(word('common_later'));

const anyOf = <T>(chance: () => number, all: readonly T[]): T =>
  all[Math.floor(chance() * all.length)] as T;

const COMMANDS = [
  { type: 'snooze' },
  { type: 'skip' },
  { type: 'startBreak', seconds: 10 },
  { type: 'leaveBreak' },
  { type: 'pause', minutes: 5 },
  { type: 'resume' },
  { type: 'rested' },
  { type: 'changeSettings', patch: { snoozeMinutes: 6 } },
];

/** Asks with a card in a page of the person, and gives the page to the work. */
async function underCard(exhale: ExhaleInChromium, work: (page: Page) => Promise<void>) {
  const page = await exhale.visit('/reading');
  try {
    await exhale.begin(WITH_CARD);
    await until('the card is there', () => cardOf(page));
    // A card that has only just appeared takes no answer.
    await sleep(1000);
    await work(page);
  } finally {
    await exhale.browser.closeTarget(page.targetId);
  }
}

const cardOf = async (page: Page) => (await page.all('dialog', saying(word('extName'))))[0];

/** What was decided, without what time alone changes. */
const decided = ({ settings, pause, state }: Loaded) => [settings, pause, state?.break, state?.ask];

export const ATTACKS: Record<string, Attack> = {
  /** The worker dies at any moment, again and again, in the middle of commands. */
  async killedWorker({ exhale, chance }) {
    await exhale.begin(DUE);
    for (let times = 0; times < 4; times++) {
      // It may die with the worker.
      void exhale.tell(anyOf(chance, COMMANDS)).catch(() => undefined);
      await sleep(chance() * 300);
      await exhale.killWorker();
    }
  },

  /** A page with an open alert, or one that loops, below a card that is to go. */
  async hungPage({ exhale, chance }) {
    const hangs = anyOf(chance, [
      () => void setTimeout(() => alert('Hello'), 0),
      () =>
        void setTimeout(() => {
          const endsAtMs = Date.now() + 8000;
          while (Date.now() < endsAtMs);
        }, 0),
    ]);
    await underCard(exhale, async (page) => {
      await page.evaluate(hangs);
      await sleep(chance() * 1000);
      for (const command of [{ type: 'snooze' }, { type: 'pause', minutes: 5 }, { type: 'resume' }])
        await isAnswered(exhale, command);
    });
  },

  /** The browser gives no more space, and then does again. */
  async fullStorage({ exhale, chance }) {
    await exhale.begin(DUE);
    await exhale.evaluate(fillStorage);
    const patch = { snoozeMinutes: 3 + Math.floor(chance() * 7) };
    await isAnswered(exhale, { type: 'changeSettings', patch });
    if (chance() < 0.5) await exhale.killWorker();
    await isAnswered(exhale, { type: 'snooze' });
    await exhale.evaluate(makeRoom);
    await isAnswered(exhale, { type: 'resume' });
    const { settings } = await exhale.stored();
    hold(settings.snoozeMinutes === patch.snoozeMinutes, 'a setting was lost when there was room');
  },

  /** Records are damaged or gone. */
  async damagedRecords({ exhale, chance }) {
    await exhale.begin(DUE);
    const keys = [...RECORD_KEYS, 'preferences', 'written', 'tension'];
    for (let times = 0; times < 3; times++) {
      const key = anyOf(chance, keys);
      if (chance() < 0.25) await exhale.lose([key]);
      else await exhale.store({ [key]: anyOf(chance, DAMAGE) });
      if (chance() < 0.3) await exhale.killWorker();
      await isAnswered(exhale, anyOf(chance, COMMANDS));
    }
    const left = (await exhale.stored()).notices.map(({ record }) => record);
    hold(!left.includes('state'), 'a damaged state was not replaced');
    // The others are replaced once they change.
    await exhale.lose([...left, 'preferences', 'tension']);
  },

  /** An update in the middle of a break. */
  async update({ exhale, chance }) {
    await exhale.begin();
    await isAnswered(exhale, { type: 'startBreak', kind: 'stillness', seconds: 300 });
    await sleep(chance() * 3000);
    const running = (await exhale.stored()).state?.break ?? null;
    await update(exhale);
    await until('the page of the break is there again', () => exhale.isOpen('break'));
    const { state } = await exhale.stored();
    hold(state?.break?.startedAtMs === running?.startedAtMs, 'an update changed the break');
    await isAnswered(exhale, { type: 'leaveBreak' });
  },

  /** Tabs and windows open, change and close all at once while a reminder is due. */
  async storm({ exhale, chance }) {
    await exhale.begin(DUE);
    await exhale.evaluate(rage, Array.from({ length: 60 }, chance));
    await isAnswered(exhale, anyOf(chance, COMMANDS));
  },

  /** A page does what it likes with the card above it, and may get a real click there. */
  async attackedCard({ exhale, chance }) {
    await underCard(exhale, async (page) => {
      const { node } = await page.find('button', LATER);
      const { left, top, right, bottom } = await page.boxOf(node);
      const origin = await page.origin();
      const deed = anyOf(chance, Object.keys(DEEDS) as (keyof typeof DEEDS)[]);
      await page.evaluate(DEEDS[deed]);
      await sleep(1000);
      if (DECEIVES.includes(deed))
        await click({ x: origin.x + (left + right) / 2, y: origin.y + (top + bottom) / 2 });
      await sleep(500);
      const { state } = await exhale.stored();
      const { snoozedUntilMs = null, skipped = null } = state ?? {};
      hold(snoozedUntilMs === null && skipped === null, `a page that ${deed} the card answered`);
    });
  },

  /** A file and messages with settings that can’t be. */
  async hostileSettings({ exhale, chance }) {
    await exhale.begin(DUE);
    const { settings } = await exhale.stored();
    const page = await exhale.browser.open(exhale.url('options.html#data'));
    try {
      const [text, by] = anyOf(chance, FILES);
      await loadFile(page, exportOf(settings).replace(text, by));
    } finally {
      await page.close();
    }
    for (let times = 0; times < 4; times++) {
      const { ok } = await exhale.evaluate(changeSettings, anyOf(chance, PATCHES));
      hold(!ok, 'settings that can’t be were taken');
    }
    const isSame = isDeepStrictEqual((await exhale.stored()).settings, settings);
    hold(isSame, 'hostile settings changed something');
  },

  /** Another extension sends whatever they like. */
  async strangers({ exhale, chance, stranger }) {
    await exhale.begin({ minutesAtScreen: 12 });
    const before = decided(await exhale.stored());
    const { devtools } = exhale.browser;
    const { id } = await devtools.send('Extensions.loadUnpacked', { path: stranger });
    const page = await exhale.browser.open(`chrome-extension://${id}/page.html`);
    const all = [...COMMANDS, { type: 'eraseEverything' }, { type: 7 }, {}, []];
    const messages = Array.from({ length: 100 }, () => anyOf(chance, all));
    try {
      await page.evaluate(sendAll, exhale.id, messages);
    } finally {
      await page.close();
    }
    hold(isDeepStrictEqual(decided(await exhale.stored()), before), 'a stranger changed something');
  },

  /** The browser is killed at any moment, and started again with the same profile. */
  async crash({ exhale, chance }) {
    await exhale.begin(DUE);
    await isAnswered(exhale, anyOf(chance, COMMANDS));
    await sleep(chance() * 1000);
    const { settings, pause } = await exhale.stored();
    await exhale.restart('killed');
    await exhale.hasBegun();
    const after = await exhale.stored();
    const isSame = isDeepStrictEqual([after.settings, after.pause], [settings, pause]);
    hold(isSame, 'a crash changed settings or a pause');
  },
};
