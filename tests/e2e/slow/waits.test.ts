import { describe, expect } from 'vitest';
import { MINUTE_MS } from '../../../core/time.ts';
import { stir, whileStirring } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { it } from '../chromium/it.ts';

describe('a worker for which nothing happens', () => {
  it('dies by itself, and sleeps while nothing changes', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 3 });
    await exhale.leaveInside();
    const isAlive = async () => (await exhale.worker()) !== undefined;
    await whileStirring(expect.poll(isAlive, { timeout: 60_000 }).toBe(false));
    await whileStirring(never('it wakes', isAlive, { seconds: 35 }));
  });
});

describe('screen time', () => {
  it('is cleared by a minute away where a minute is a rest', async ({ exhale }) => {
    await exhale.begin({
      minutesAtScreen: 17.2,
      settings: { restMinutes: 1, detectionSeconds: 15 },
    });
    await stir();
    await until('the rest has cleared it', async () => (await exhale.view()).screenTimeMs === 0, {
      seconds: 90,
    });
    await stir();
    const rest = await until('the rest is recorded', async () => (await exhale.today()).rests[0]);
    expect(rest.seconds).toBeGreaterThanOrEqual(58);
    expect(rest.seconds).toBeLessThan(100);
    expect((await exhale.view()).screenTimeMs).toBeLessThan(MINUTE_MS);
  });
});
