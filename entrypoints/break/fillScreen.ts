import {
  type BeforeFullScreen,
  dropFullScreen,
  enterFullScreen,
  leaveFullScreen,
} from '../../shell/fullScreen.ts';

/**
 * Keeps the window of this page in full screen while the page is in view. Returns a function that puts the
 * window back; closing the page does it too.
 */
export function fillScreen(): () => void {
  let before: BeforeFullScreen | null = null;
  let over = false;
  let turn: Promise<unknown> = Promise.resolve();
  const follow = () => {
    turn = turn
      .then(async () => {
        const wanted = !over && !document.hidden;
        if (wanted) before ??= await enterFullScreen();
        else if (before !== null) {
          await leaveFullScreen(before);
          before = null;
        }
      })
      // Without full screen, the break is as usual.
      .catch(() => undefined)
      .then(() => {
        if (over && before === null) window.removeEventListener('pagehide', closes);
      });
  };
  const closes = () => {
    if (before !== null) dropFullScreen(before);
  };
  window.addEventListener('pagehide', closes);
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', follow);
    follow();
  };
}
