import { browser } from '../../shell/browser.ts';
import type { Dispatcher } from '../../shell/dispatch.ts';
import { NOTIFICATION_ID, TEST_NOTIFICATION_ID } from '../../shell/prompt/showPrompt.ts';
import { tellPressed } from '../../shell/prompt/trial.ts';
import { LOOK_BACK_ID, openLastWeek } from './lookBack.ts';
import { openChoices } from './prompt.ts';

async function pressedTest(): Promise<void> {
  tellPressed();
  await browser.notifications.clear(TEST_NOTIFICATION_ID);
}

/** The API needs an optional permission. Listens in the first turn, or as soon as it is granted. */
export function listenToNotifications(dispatcher: Dispatcher): void {
  let listening = false;
  const listen = () => {
    const { notifications } = browser;
    if (listening || notifications === undefined) return;
    listening = true;
    notifications.onClicked.addListener((id) => {
      if (id === TEST_NOTIFICATION_ID) pressedTest().catch(() => undefined);
      if (id === LOOK_BACK_ID) openLastWeek().catch(() => undefined);
      if (id !== NOTIFICATION_ID) return;
      // Firefox has no buttons, so a click opens all the choices.
      if (import.meta.env.FIREFOX) dispatcher.tryInTurn(openChoices);
      else void dispatcher.dispatch({ type: 'startBreak' });
    });
    notifications.onButtonClicked.addListener((id, button) => {
      if (id === TEST_NOTIFICATION_ID) pressedTest().catch(() => undefined);
      if (id === NOTIFICATION_ID)
        void dispatcher.dispatch(button === 0 ? { type: 'snooze' } : { type: 'skip' });
    });
    // Firefox reports every closing as the person's, even our own.
    if (import.meta.env.FIREFOX) return;
    notifications.onClosed.addListener((id, byUser) => {
      if (id === NOTIFICATION_ID && byUser) void dispatcher.dispatch({ type: 'dismiss' });
    });
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
