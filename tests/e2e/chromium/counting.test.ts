import { describe, expect } from 'vitest';
import { SECOND_MS } from '../../../core/time.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { whileStirring } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { it } from './it.ts';

const seconds = async (exhale: ExhaleInChromium): Promise<number> =>
  (await exhale.view()).screenTimeMs / SECOND_MS;

describe('screen time', () => {
  it('grows with input, stops without it, and grows again', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 3, settings: { detectionSeconds: 15 } });
    await whileStirring(expect.poll(() => seconds(exhale)).toBeGreaterThanOrEqual(190));
    const stoppedAtMs = Date.now();
    const stood = await seconds(exhale);
    // Detection takes 15 s. Its report is dated back to the last input.
    await until(
      'the stillness is noticed',
      async () => (await exhale.stored()).state?.presence.is === 'still',
      { seconds: 40 },
    );
    // The last input was up to four seconds earlier.
    expect(Date.now() - stoppedAtMs).toBeGreaterThanOrEqual(10 * SECOND_MS);
    const still = await seconds(exhale);
    expect(still).toBeLessThanOrEqual(stood + 5);
    await never('it grows', async () => (await seconds(exhale)) > still + 0.5, { seconds: 3 });
    const cameBackAtMs = Date.now();
    await whileStirring(expect.poll(() => seconds(exhale)).toBeGreaterThan(still + 3));
    const backSeconds = (Date.now() - cameBackAtMs) / SECOND_MS;
    const more = (await seconds(exhale)) - still;
    expect(more, 'the absence is not counted').toBeLessThan(backSeconds + 5);
  });
});
