import { describe, expect, it } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { MENU, SHORTCUTS } from '../../../shell/shortcuts.ts';
import { begins, isAsked } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';

useBrowser();

const stored = () => decodeAll(browser.data.local);
const presses = (name: string) => browser.happens('commands.onCommand', name);
const clicks = (menuItemId: string) => browser.happens('contextMenus.onClicked', { menuItemId });

describe('a key', () => {
  it.each([
    ['breathe', 'breathing'],
    ['still', 'stillness'],
  ])('%s starts %s at any time', async (name, kind) => {
    await begins(browser);
    await presses(name);
    expect(stored().state?.break).toMatchObject({ kind });
    expect(browser.tabsAt('break.html')).toHaveLength(1);
  });

  it('postpones the ask', async () => {
    await isAsked(browser);
    await presses('later');
    expect(stored().state?.phase).toBe('snoozed');
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });

  it('skips the ask', async () => {
    await isAsked(browser);
    await presses('skip');
    expect(stored().state?.skipped).toMatchObject({ rhythm: 'short' });
  });

  it('that postpones or skips does nothing while nothing is due', async () => {
    await begins(browser);
    await presses('later');
    await browser.passes(0.1);
    await presses('skip');
    expect(stored().state).toMatchObject({ phase: 'working', snoozedUntilMs: null, skipped: null });
  });

  it('pauses until it is pressed again', async () => {
    await begins(browser);
    await presses('pause');
    expect(stored().pause).toMatchObject({ is: 'open' });
    await browser.passes(0.1);
    await presses('pause');
    expect(stored().pause).toBeNull();
  });

  it('counts once if pressed twice quickly', async () => {
    await begins(browser);
    await presses('pause');
    await presses('pause');
    expect(stored().pause).toMatchObject({ is: 'open' });
  });

  it('starts a stopped worker', async () => {
    await begins(browser);
    browser.kills();
    await presses('present');
    expect(stored().pause).toMatchObject({ is: 'presenting' });
  });
});

describe('presenting', () => {
  it('removes the prompt at once, and asks again after an hour', async () => {
    await isAsked(browser);
    await presses('present');
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    expect(browser.data.icon).toBe('/icon/paused-32.png');
    await browser.passes(59);
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    await browser.passes(3.5);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});

describe('the menu of the toolbar icon', () => {
  const ids = () => browser.data.menu.map(({ id }) => id);

  it('exists from the install on, with labels', async () => {
    await browser.installs();
    expect(ids()).toEqual([...MENU, 'settings']);
    for (const { title, contexts } of browser.data.menu) {
      expect(title).not.toBe('');
      expect(contexts).toEqual(['action']);
    }
  });

  it('is made again by an update, each item once', async () => {
    await browser.installs();
    await browser.updates();
    expect(ids()).toEqual([...MENU, 'settings']);
  });

  it('exists after a restart of a browser that did not keep it', async () => {
    await browser.installs();
    browser.data.menu = [];
    await browser.restarts();
    expect(ids()).toEqual([...MENU, 'settings']);
  });

  it.each(MENU)('does the same as the shortcut: %s', async (name) => {
    await begins(browser);
    const { type } = SHORTCUTS[name];
    await clicks(name);
    if (type === 'startBreak') expect(stored().state?.break).not.toBeNull();
    else expect(stored().pause).not.toBeNull();
  });

  it('opens the settings', async () => {
    await begins(browser);
    await clicks('settings');
    expect(browser.tabsAt('options.html')).toHaveLength(1);
  });
});
