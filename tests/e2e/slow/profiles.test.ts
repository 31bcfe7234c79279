import { describe, expect } from 'vitest';
import { it } from '../chromium/it.ts';

const DUE = {
  minutesAtScreen: 30.1,
  settings: { promptStyle: 'icon' as const, patienceMinutes: 0 },
};

describe('two profiles of one person, both with Exhale', () => {
  it('know nothing of each other, and one is off for good once it is paused', async ({ start }) => {
    const home = await start({});
    // It is in front.
    const work = await start({});
    await home.begin(DUE);
    await home.tell({ type: 'pause' });
    await work.begin(DUE);
    await expect.poll(() => work.phase()).toBe('prompted');
    await work.tell({ type: 'snooze' });

    await home.restart();
    await home.hasBegun();
    expect(await home.phase()).toBe('paused');
    expect((await home.stored()).state?.snoozedUntilMs ?? null).toBe(null);
    expect(await work.phase()).toBe('snoozed');
    expect((await work.stored()).pause ?? null).toBe(null);
  });
});
