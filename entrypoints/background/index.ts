import { defineBackground } from 'wxt/utils/define-background';
import type { Command } from '../../core/engine/event.ts';
import { accept } from '../../shell/accept.ts';
import { ALARM, START_ALARM, setStartAlarm, startAlarm } from '../../shell/alarm.ts';
import { browser } from '../../shell/browser.ts';
import { nowMs } from '../../shell/clock.ts';
import { hearOthers, listenToDevices, tellOthers } from '../../shell/devices.ts';
import { Dispatcher } from '../../shell/dispatch.ts';
import { healFullScreen } from '../../shell/fullScreen.ts';
import { NoAnswer } from '../../shell/limits.ts';
import { listenToPolicy } from '../../shell/policy.ts';
import { keepFromPages } from '../../shell/storage/access.ts';
import { keepInLog } from '../../shell/storage/log.ts';
import { followTab, recall } from '../../shell/storage/session.ts';
import { hold } from '../../shell/storage/unsaved.ts';
import { findLosses, noteEverythingLost } from '../../shell/storage/written.ts';
import { answer, followPolicy } from './answer.ts';
import { reopenBreak, unwatched } from './breakPage.ts';
import { listenToNotifications } from './notifications.ts';
import { paint } from './paint.ts';
import { see } from './see.ts';
import { listenToShortcuts, makeMenu } from './shortcuts.ts';
import { listenToUpdates } from './update.ts';
import { movedTo, watchFromTheStart } from './watch.ts';
import { welcome } from './welcome.ts';

/** Adds all listeners in the first turn, so that the event that woke it is not lost. */
export default defineBackground({
  main() {
    hold();
    const dispatcher = new Dispatcher({
      nowMs,
      found: unwatched,
      see,
      paint,
      async log(decision) {
        await keepInLog(decision);
        await tellOthers();
      },
    });
    const happens: Dispatcher['dispatch'] = (event) => dispatcher.dispatch(event);
    const looked = () => dispatcher.look();

    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') welcome().catch(() => undefined);
      if (reason === 'update') void begun.then(() => dispatcher.dispatchFound(reopenBreak));
      makeMenu().catch(() => undefined);
    });
    // A crash of the browser may have cut the storage off.
    let wasEmpty = false;
    const lookForLosses = (isStartOfBrowser: boolean) =>
      dispatcher.tryInTurn(async () => {
        wasEmpty = (await findLosses(nowMs())) || wasEmpty;
        // After an install, too, nothing is stored.
        if (wasEmpty && isStartOfBrowser) await noteEverythingLost(nowMs());
      });
    // Also starts the worker with the browser. The rest is done below.
    browser.runtime.onStartup.addListener(() => {
      makeMenu().catch(() => undefined);
      lookForLosses(true);
    });
    // Safari has none.
    browser.idle?.onStateChanged.addListener(looked);
    browser.alarms.onAlarm.addListener(({ name, scheduledTime }) => {
      if (name === START_ALARM) {
        startAlarm.isSet = true;
        looked();
      }
      if (name !== ALARM) return;
      void happens({ type: 'alarmRang', dueAtMs: scheduledTime });
    });
    browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
      const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/') };
      const accepted = accept(message, sender, own);
      if (!accepted.ok) {
        sendResponse(accepted);
        return false;
      }
      answer(dispatcher, accepted).then(sendResponse, () =>
        sendResponse({ ok: false, failed: 'storage' }),
      );
      return true;
    });
    listenToPolicy(() => void followPolicy(dispatcher));
    const hear = () => void hearOthers(dispatcher).catch(() => undefined);
    listenToDevices(hear);
    listenToNotifications(dispatcher);
    listenToShortcuts(dispatcher);
    listenToUpdates(dispatcher);
    watchFromTheStart({
      changed: looked,
      moved: (move, windowId) => dispatcher.look(() => movedTo(move, windowId)),
      tabRemoved: (tabId) => void closedByHand(tabId),
      tabReplaced: (tabId, formerId) => dispatcher.tryInTurn(() => followTab(formerId, tabId)),
    });
    const closedByHand = (tabId?: number) => dispatcher.dispatchFound(() => leftByHand(tabId));

    // A new session remembers nothing. It begins with an install, update, browser start or enabling.
    // In an old one, a tab may have been closed by hand while the last worker died.
    const begun = recall()
      .catch(recall)
      .catch(() => 'unknown' as const)
      .then(async (memory) => {
        if (memory !== null && memory !== 'unknown') return closedByHand();
        // First of all: the looks that follow may fail.
        await setStartAlarm().catch(() => undefined);
        if (memory === 'unknown') return happens({ type: 'looked' });
        void keepFromPages();
        void healFullScreen().catch(() => undefined);
        lookForLosses(false);
        void followPolicy(dispatcher);
        hear();
        const { ok } = await happens({ type: 'started' });
        return ok || happens({ type: 'started' });
      });
  },
});

/** The command for a tab of ours that the person closed, if any. */
async function leftByHand(removed?: number): Promise<Command | null> {
  const memory = await recall();
  if (memory === null) return null;
  const gone = async (tabId: number | null) =>
    tabId !== null &&
    (tabId === removed ||
      (await browser.tabs.get(tabId).then(
        () => false,
        // Without an answer it is not known to be gone.
        (error) => !(error instanceof NoAnswer),
      )));
  if (memory.breakPage !== 0 && (await gone(memory.breakTab))) return { type: 'leaveBreak' };
  // Below 0 it is unsure whether it was painted: the last worker may have closed it.
  return memory.prompt > 0 && (await gone(memory.promptTab)) ? { type: 'decline' } : null;
}
