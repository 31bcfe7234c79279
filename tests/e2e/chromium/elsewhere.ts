import { equal } from 'node:assert/strict';
import { SETTLE_SECONDS } from '../../../core/kinds.ts';
import { type Box, press, rightClick, windowsNamed } from '../desk.ts';
import { test, until } from '../harness.ts';
import { site } from '../site.ts';
import { word } from '../words.ts';
import { WINDOW } from './browser.ts';
import { type Exhale, started } from './exhale.ts';
import { begun, isClosed, isOver, recorded } from './inBreak.ts';
import type { Page } from './page.ts';

const GOES_ON = word('break_title_elsewhere');
const titleOf = (page: Page) => page.evaluate(() => document.title);
/** By keys, as somebody goes to another tab and comes back. */
async function goAway(page: Page): Promise<void> {
  await press('ctrl+shift+Tab');
  await until('it is out of view', () => page.evaluate(() => document.hidden));
}
async function comeBack(page: Page): Promise<void> {
  await press('ctrl+Tab');
  await until('it is in view', () => page.evaluate(() => !document.hidden));
}

test('Whoever works on in another tab is told so once, by the title; it was no break', async () => {
  const exhale = await started();
  await exhale.tell({ type: 'startBreak', kind: 'movement', seconds: 40 });
  const page = await exhale.page('break');
  await begun(page);
  await goAway(page);
  await until('its title says that it goes on', async () => (await titleOf(page)) === GOES_ON, {
    seconds: 25,
    stirring: true,
  });
  await comeBack(page);
  equal(await titleOf(page), word('break_title_movement'));
  await goAway(page);
  let again = false;
  await until(
    'it has ended',
    async () => {
      again ||= (await titleOf(page)) === GOES_ON;
      return isOver(exhale)();
    },
    { seconds: 30, stirring: true },
  );
  equal(again, false);
  await comeBack(page);
  equal((await recorded(exhale)).taken, false);
  // No blame: what it says is what it always says.
  await until('its page says so', async () => (await page.text()).includes(word('after_movement')));
});

test('A break whose page is out of view, while nobody touches anything, is a break', async () => {
  const exhale = await started();
  await exhale.tell({ type: 'startBreak', kind: 'eyes', seconds: 20 });
  const page = await exhale.page('break');
  await begun(page);
  await goAway(page);
  await until('it has ended', isOver(exhale), { seconds: 20 + SETTLE_SECONDS + 5 });
  // While it is out of view the clock alone ends it; whoever comes back finds it ended.
  await comeBack(page);
  equal((await recorded(exhale)).taken, true);
});

/** A tab that sounds, in which somebody has pressed its button. */
async function sounding(exhale: Exhale, host = '127.0.0.1'): Promise<number> {
  const page = await exhale.browser.open((await site('/sound')).replace('127.0.0.1', host));
  await page.click('button', 'Play');
  return until('it sounds', async () => {
    const tabs = (await exhale.windows()).flatMap((window) => window.tabs);
    return tabs.find(({ audible, active }) => audible && active)?.id;
  });
}

const tabOf = async (exhale: Exhale, tab: number) =>
  (await exhale.windows()).flatMap(({ tabs }) => tabs).find(({ id }) => id === tab);
const isMuted = async (exhale: Exhale, tab: number) =>
  (await tabOf(exhale, tab))?.mutedInfo.muted === true;

/** Where the fourth tab of the window lies, and what a click on it opens. */
const FOURTH_TAB = { x: WINDOW.left + 805, y: WINDOW.top + 20 };
const isMenu = ({ width, height }: Box) =>
  width > 250 && width < 500 && height > 300 && height < 600;

/** “Mute site”, in the menu of the tab: the second that begins so. */
async function muteByHand(exhale: Exhale, tab: number): Promise<void> {
  await rightClick(FOURTH_TAB);
  await until('there is its menu', async () => (await windowsNamed('.*')).some(isMenu));
  await press('m', 'm', 'Return');
  await until('it is muted by hand', () => isMuted(exhale, tab));
}

test('Tabs that sound are muted for a break, and heard again when it ends, is left or is closed; who muted one keeps it so', async () => {
  const exhale = await started({ preferences: { muteTabs: true } });
  // To the browser, another site.
  const theirs = await sounding(exhale, 'localhost');
  await muteByHand(exhale, theirs);
  const music = await sounding(exhale);

  const ends = {
    ended: () => exhale.forward(60),
    left: () => press('Escape'),
    closed: () => press('ctrl+w'),
  };
  for (const [how, end] of Object.entries(ends)) {
    await exhale.tell({ type: 'startBreak', kind: 'movement', seconds: 60 });
    const page = await exhale.page('break');
    await begun(page);
    await until('it is muted', () => isMuted(exhale, music));
    await end();
    await until(`it is heard again once it is ${how}`, async () => !(await isMuted(exhale, music)));
    equal(await isMuted(exhale, theirs), true, how);
    if (how === 'ended') await press('Escape');
    await until('its page has closed', isClosed(exhale));
  }
});
