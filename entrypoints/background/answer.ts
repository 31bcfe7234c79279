import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { exportOf, importFrom } from '../../core/stored.ts';
import { surfaces } from '../../core/surfaces.ts';
import { MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { browser } from '../../shell/browser.ts';
import { localAt, nowMs } from '../../shell/clock.ts';
import type { Dispatcher } from '../../shell/dispatch.ts';
import type { Message, OwnPage, Reply, Sees } from '../../shell/messages.ts';
import { eraseEverything, type Known, load, save } from '../../shell/store.ts';
import { backToWork, goToBreak, openBreak } from './breakPage.ts';
import { NOTHING_PAINTED, recall, remember } from './memory.ts';
import { openOwnPage } from './ownPages.ts';
import { ALARM, NEVER_IDLE_MS } from './paint.ts';
import { showTest } from './prompt.ts';
import { quietness } from './see.ts';

const PATHS: Record<OwnPage, `/${string}.html`> = {
  settings: '/options.html',
  history: '/history.html',
  welcome: '/welcome.html',
};

/** Input in one of our pages while the system says that there was none for a minute: it can't be true. */
const LIE_SECONDS = 60;
const LIE_LASTS_MS = 60 * MINUTE_MS;

/** Does what one of our own pages asks for. */
export async function answer(dispatcher: Dispatcher, message: Message): Promise<Reply> {
  const settle = () => dispatcher.dispatch({ type: 'looked' });
  switch (message.type) {
    case 'goToBreak':
      return dispatcher.inTurn(showBreak);
    case 'backToWork':
      return dispatcher.inTurn(async () => {
        await backToWork((await recall()) ?? NOTHING_PAINTED);
        return { ok: true };
      });
    case 'testPrompt':
      return dispatcher.inTurn(async () => {
        await showTest(await testOf());
        return { ok: true };
      });
    case 'openPage':
      await openOwnPage(PATHS[message.page]);
      return { ok: true };
    case 'articleShown':
      return dispatcher.inTurn(async () => {
        const known = await load(nowMs());
        await save(known, { shown: message.shown }, [], '');
        return { ok: true };
      });
    case 'sees':
      return { ok: true, sees: await sees(await load(nowMs())) };
    case 'pageInput':
      return dispatcher.inTurn(noteInput);
    case 'exportSettings':
      return { ok: true, text: exportOf((await load(nowMs())).settings) };
    case 'importSettings': {
      const imported = importFrom(message.text);
      if (!imported.ok) return { ok: false, imported };
      await dispatcher.inTurn(async () => {
        await save(await load(nowMs()), { settings: imported.settings }, [], '');
      });
      return settle();
    }
    case 'resetSettings':
      await dispatcher.inTurn(async () => {
        await save(await load(nowMs()), { settings: { ...DEFAULT_SETTINGS } }, [], '');
      });
      return settle();
    case 'eraseEverything':
      await dispatcher.inTurn(eraseEverything);
      return settle();
    default:
      return dispatcher.dispatch(message);
  }
}

async function showBreak(): Promise<Reply> {
  if (await goToBreak()) return { ok: true };
  const atMs = nowMs();
  const known = await load(atMs);
  const { breakPage } = surfaces(known, atMs, localAt(atMs));
  if (breakPage === null) return { ok: true };
  const memory = (await recall()) ?? NOTHING_PAINTED;
  await remember({ ...memory, ...(await openBreak(breakPage)), breakPage: breakPage.key });
  return { ok: true };
}

async function testOf() {
  const { settings } = await load(nowMs());
  const rhythm = Object.values(settings.rhythms)[0] ?? {
    kind: 'breathing' as const,
    breakSeconds: 60,
    intervalMinutes: 30,
  };
  return {
    key: nowMs(),
    style: settings.promptStyle,
    minutes: rhythm.intervalMinutes,
    kind: rhythm.kind,
    seconds: rhythm.breakSeconds,
    snoozeMinutes: settings.snoozeMinutes,
  };
}

async function noteInput(): Promise<Reply> {
  const { idle, quietSeconds } = await quietness('idle');
  if (idle !== 'idle' || quietSeconds < LIE_SECONDS) return { ok: true };
  const memory = await recall();
  if (memory !== null) await remember({ ...memory, inputWhileIdleAtMs: nowMs() });
  return { ok: true };
}

async function sees({ state, settings }: Known): Promise<Sees> {
  const atMs = nowMs();
  const [quiet, alarm, memory] = await Promise.all([
    quietness('idle'),
    browser.alarms.get(ALARM),
    recall(),
  ]);
  const neverIdle = memory !== null && atMs - memory.quietSeenAtMs > NEVER_IDLE_MS;
  const lied = memory !== null && atMs - memory.inputWhileIdleAtMs < LIE_LASTS_MS;
  return {
    ...quiet,
    lastInputAtMs:
      quiet.quietSeconds > 0 ? atMs - quiet.quietSeconds * SECOND_MS : Math.max(state.inputAtMs, 0),
    alarmAtMs: alarm?.scheduledTime ?? null,
    decisions: memory?.decisions ?? [],
    lies:
      settings.presence === 'clock'
        ? null
        : lied
          ? 'inputWhileIdle'
          : neverIdle
            ? 'neverIdle'
            : null,
  };
}
