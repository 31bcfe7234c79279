import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../core/engine/log.ts';
import { noteInput, sees } from '../../shell/diagnostics.ts';
import { begins, isAsked } from '../entrypoints/background/stories.ts';
import { browser, meanwhile, useBackground } from './withBackground.ts';

useBackground();

describe('what Exhale sees', () => {
  it('is the idle state, the last input, the next alarm and the last decisions', async () => {
    await isAsked(browser);
    browser.leaves();
    const leftAtMs = browser.data.nowMs;
    await browser.passes(0.5);
    const seen = await meanwhile(sees());
    expect(seen).toMatchObject({
      idle: 'idle',
      quietSeconds: 30,
      lastInputAtMs: leftAtMs,
      alarmAtMs: browser.alarm,
      lies: null,
    });
    const decided = entriesOf(seen.log).map(({ outcomes }) => outcomes.map(({ type }) => type));
    expect(decided).toContainEqual(['prompt', 'phase']);
  });

  it('is a lie when nothing but input comes for twelve hours', async () => {
    await begins(browser);
    await browser.passes(11.9 * 60);
    expect((await meanwhile(sees())).lies).toBeNull();
    await browser.passes(0.3 * 60);
    expect((await meanwhile(sees())).lies).toBe('neverIdle');
  });

  it('does not matter when counting by the clock', async () => {
    await begins(browser, { presence: 'clock' });
    await browser.passes(13 * 60);
    expect((await meanwhile(sees())).lies).toBeNull();
  });

  it('is a lie when our page gets input while there is said to be none', async () => {
    await begins(browser);
    browser.leaves();
    await browser.passes(1.5);
    await noteInput();
    expect((await meanwhile(sees())).lies).toBe('inputWhileIdle');
  });
});
