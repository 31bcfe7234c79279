import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../core/breaks/preferences.ts';
import { DEFAULT_SETTINGS } from '../../core/records/settings.ts';
import { decodeAll } from '../../core/records/stored.ts';
import { begun, NO_TRIAL } from '../../core/trial/trial.ts';
import { exportSettings, importSettings, resetSettings } from '../../shell/settingsFile.ts';
import { changePageRecord, loadPageRecord } from '../../shell/storage/pageRecords.ts';
import { changeTrial, loadTrial } from '../../shell/storage/trialRecord.ts';
import { giveBrowser } from '../browserInTests.ts';
import { begins } from '../entrypoints/background/stories.ts';
import { browser, meanwhile, useBackground } from './withBackground.ts';

useBackground();

describe('a file of settings', () => {
  it('is taken over as a whole', async () => {
    await begins(browser, { restMinutes: 8, iconMinutes: 'lastTen' });
    await changePageRecord('preferences', (preferences) => ({ ...preferences, scene: 'night' }));
    const text = await meanwhile(exportSettings());
    expect(await meanwhile(resetSettings())).toEqual({ ok: true });
    expect(decodeAll(browser.data.local).settings).toEqual(DEFAULT_SETTINGS);
    expect((await loadPageRecord('preferences')).value).toEqual(DEFAULT_PREFERENCES);
    expect(await meanwhile(importSettings(text))).toEqual({ ok: true });
    expect(decodeAll(browser.data.local).settings).toMatchObject({
      restMinutes: 8,
      iconMinutes: 'lastTen',
    });
    expect((await loadPageRecord('preferences')).value.scene).toBe('night');
  });

  it('switches no safety note off, and no reset switches one on again', async () => {
    await begins(browser);
    const text = await meanwhile(exportSettings());
    const forged = JSON.parse(text);
    forged.preferences.scene = 'night';
    forged.preferences.careRead = { holds: true, massage: true, movement: true, eyes: true };
    expect(await meanwhile(importSettings(JSON.stringify(forged)))).toEqual({ ok: true });
    const loaded = (await loadPageRecord('preferences')).value;
    expect(loaded).toEqual({ ...DEFAULT_PREFERENCES, scene: 'night' });
    const careRead = { ...DEFAULT_PREFERENCES.careRead, holds: true };
    await changePageRecord('preferences', (preferences) => ({ ...preferences, careRead }));
    await meanwhile(importSettings(text));
    expect((await loadPageRecord('preferences')).value.careRead).toEqual(careRead);
    await meanwhile(resetSettings());
    expect((await loadPageRecord('preferences')).value).toEqual({
      ...DEFAULT_PREFERENCES,
      careRead,
    });
  });

  it('carries the trial, and leaves one that was begun here', async () => {
    await begins(browser);
    const [mine, theirs] = [{ current: begun(1) }, { current: begun(2) }];
    await changeTrial(() => theirs);
    const text = await meanwhile(exportSettings());
    await meanwhile(resetSettings());
    expect((await loadTrial()).value).toEqual(theirs);
    await changeTrial(() => mine);
    expect(await meanwhile(importSettings(text))).toEqual({ ok: true });
    expect((await loadTrial()).value).toEqual(mine);
    await changeTrial(() => NO_TRIAL);
    expect(await meanwhile(importSettings(text))).toEqual({ ok: true });
    expect((await loadTrial()).value).toEqual(theirs);
  });

  it('that names some settings leaves the others', async () => {
    await begins(browser, { restMinutes: 8 });
    await changePageRecord('preferences', (preferences) => ({ ...preferences, scene: 'night' }));
    const file = { is: 'exhale-settings', version: 2, settings: { snoozeMinutes: 9 } };
    const named = { ...file, preferences: { endsAt: true } };
    expect(await meanwhile(importSettings(JSON.stringify(named)))).toEqual({ ok: true });
    const { settings } = decodeAll(browser.data.local);
    expect(settings).toMatchObject({ restMinutes: 8, snoozeMinutes: 9 });
    expect((await loadPageRecord('preferences')).value).toMatchObject({
      scene: 'night',
      endsAt: true,
    });
  });

  it('leaves the guide as it was where the background does not answer', async () => {
    await begins(browser);
    const text = await meanwhile(exportSettings());
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 9 } });
    await changePageRecord('preferences', (preferences) => ({ ...preferences, scene: 'paper' }));
    giveBrowser({
      ...browser.pageApi('options.html'),
      runtime: { sendMessage: () => Promise.reject(new Error('gone')) },
    });
    vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 1000 });
    expect(await importSettings(text)).toEqual({ ok: false, failed: 'noAnswer' });
    expect((await loadPageRecord('preferences')).value.scene).toBe('paper');
  });

  it('is taken over whole if the background does so without an answer', async () => {
    await begins(browser);
    const text = await meanwhile(exportSettings());
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 9 } });
    await changePageRecord('preferences', (preferences) => ({ ...preferences, scene: 'paper' }));
    giveBrowser({
      ...browser.pageApi('options.html'),
      runtime: {
        async sendMessage(message: object) {
          await browser.sends(message);
          throw new Error('gone');
        },
      },
    });
    expect(await importSettings(text)).toEqual({ ok: true });
    expect(decodeAll(browser.data.local).settings.restMinutes).toBe(DEFAULT_SETTINGS.restMinutes);
    expect((await loadPageRecord('preferences')).value.scene).not.toBe('paper');
  });

  it('that is refused leaves what was there, and is not even sent', async () => {
    await begins(browser, { restMinutes: 8 });
    const before = structuredClone(browser.data.local);
    browser.calls.length = 0;
    expect(await meanwhile(importSettings('{'))).toEqual({ ok: false, problem: 'notJson' });
    const large = 'x'.repeat(10_000_000);
    expect(await meanwhile(importSettings(large))).toEqual({ ok: false, problem: 'tooLarge' });
    expect(browser.data.local).toEqual(before);
    const calls = browser.calls.map(({ name }) => name);
    expect(calls.filter((name) => !name.endsWith('.get'))).toEqual([]);
  });
});
