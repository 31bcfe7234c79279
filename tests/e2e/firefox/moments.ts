import { equal } from 'node:assert/strict';
import { press, tellFullScreen, windowsNamed } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { site } from '../site.ts';
import { Exhale, STOPS_SOON } from './exhale.ts';

const DUE = { minutesAtScreen: 30.1 };
/** Somebody who switches tabs is asked within so long. */
const SOON = { seconds: 2 };

const phase = async (exhale: Exhale) => (await exhale.view()).phase;
const reason = async (exhale: Exhale) => (await exhale.view()).silence?.reason;

/** F11, and what a window manager does then, of which there is none. */
async function fullScreen(exhale: Exhale, on: boolean): Promise<void> {
  const [window] = await windowsNamed('reading');
  if (window === undefined) throw new Error('there is no window');
  await press('F11');
  await tellFullScreen(window.id, on);
  await until(on ? 'it fills the screen' : 'it is as before', async () => {
    return ((await exhale.windowState()) === 'fullscreen') === on;
  });
}

test('Full screen holds the question back; when it has ended, the next look asks', async () => {
  const exhale = await Exhale.started();
  await exhale.visit(await site('/typing'));
  await exhale.visit(await site('/reading'));
  await fullScreen(exhale, true);
  await exhale.begin(DUE);
  equal(await reason(exhale), 'fullScreen');
  // A look of its own, and still it fills the screen.
  await press('ctrl+shift+Tab', 'ctrl+Tab');
  await never('it is asked', async () => (await phase(exhale)) !== 'due', {
    seconds: 3,
    stirring: true,
  });
  await fullScreen(exhale, false);
  // No event says that it has ended.
  equal(await phase(exhale), 'due');
  await press('ctrl+shift+Tab');
  await until('it is asked', async () => (await phase(exhale)) === 'prompted', SOON);
  equal((await exhale.stored()).asks.length, 1);
});

test('A switch of tab asks at once where a break is due, also with the background stopped, and nowhere else', async () => {
  const settings = { patienceMinutes: 30 };
  const exhale = await Exhale.started({ settings }, STOPS_SOON);
  await exhale.visit(await site('/reading'));
  await exhale.visit(await site('/typing'));
  const isAsked = async () => (await phase(exhale)) === 'prompted';

  await exhale.begin({ ...DUE, settings });
  equal(await phase(exhale), 'due');
  await press('ctrl+shift+Tab');
  await until('it is asked', isAsked, SOON);

  await exhale.begin({ minutesAtScreen: 17.2, settings });
  await press('ctrl+Tab');
  await never('it is asked', isAsked, SOON);

  await exhale.begin({ ...DUE, settings });
  await exhale.untilStopped();
  equal(await phase(exhale), 'due');
  await press('ctrl+shift+Tab');
  await until('it is asked', isAsked, SOON);
});
