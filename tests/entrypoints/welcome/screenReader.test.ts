import { describe, expect, it } from 'vitest';
import { setUpForReader, undoForReader } from '../../../entrypoints/welcome/screenReader.ts';
import { nowMs } from '../../../shell/clock.ts';
import { load } from '../../../shell/storage/engineRecords.ts';
import { changePageRecord, loadPageRecord } from '../../../shell/storage/pageRecords.ts';
import { browser, meanwhile, useBackground } from '../../shell/withBackground.ts';
import { begins } from '../background/stories.ts';

useBackground();

const set = async () => {
  const { promptStyle, askSound } = (await load(nowMs())).settings;
  const { announcePhases } = (await loadPageRecord('preferences')).value;
  return { promptStyle, askSound, announcePhases };
};

describe('Exhale, set up for a screen reader', () => {
  it.each([
    [{ promptStyle: 'card', askSound: false }, false],
    [{ promptStyle: 'tab', askSound: true }, true],
    [{}, false],
  ])('is as it was before once that is undone: %j, %j', async (patch, announcePhases) => {
    await begins(browser, patch);
    await changePageRecord('preferences', (now) => ({ ...now, announcePhases }));
    const before = await set();
    for (let time = 0; time < 2; time++) {
      await meanwhile(setUpForReader('notification'));
      expect(await set()).toEqual({
        promptStyle: 'notification',
        askSound: true,
        announcePhases: true,
      });
      await meanwhile(undoForReader());
      expect(await set()).toEqual(before);
      expect((await loadPageRecord('beforeReader')).value).toBeNull();
    }
  });

  it.each([
    [{ promptStyle: 'smallWindow' }, { promptStyle: 'smallWindow', askSound: true }],
    [{ askSound: false }, { promptStyle: 'notification', askSound: false }],
  ])('keeps what an organization has locked: %j', async (locked, then) => {
    await begins(browser);
    browser.data.managed = { locked };
    await browser.happens('storage.managed.onChanged', {});
    const before = await set();
    await meanwhile(setUpForReader('notification'));
    expect(await set()).toEqual({ ...then, announcePhases: true });
    await meanwhile(undoForReader());
    expect(await set()).toEqual(before);
  });

  it('stays as it is if there is nothing to undo', async () => {
    await begins(browser, { promptStyle: 'card', askSound: true });
    const before = await set();
    await meanwhile(undoForReader());
    expect(await set()).toEqual(before);
  });
});
