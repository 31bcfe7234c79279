import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { begins } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';

const ZONE = process.env.TZ;

// The system's zone changes under a worker that lives on.
beforeEach(() => {
  process.env.TZ = 'Europe/Berlin';
});
useBrowser();
afterEach(() => {
  if (ZONE === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE;
});

const DAY = [{ from: '09:00', to: '18:00' }];
const HOURS = { hours: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY } };
const stored = () => decodeAll(browser.data.local);

describe('a flight to another time zone', () => {
  // A Monday, 10:00 in Berlin, 18:00 in Tokyo and 4:00 in New York.
  it.each(['Asia/Tokyo', 'America/New_York'])(
    'to %s leaves the count as it is, and the hours follow without a restart',
    async (zone) => {
      await begins(browser, HOURS);
      await browser.passes(20);
      const { screenSinceMs } = stored().state ?? {};
      const { worker, starts } = browser;
      process.env.TZ = zone;
      await browser.passes(12.2);
      expect(stored().state?.screenSinceMs).toBe(screenSinceMs);
      expect(stored().tally.promptsEver).toBe(0);
      expect(browser.data.title).toContain('outside');
      process.env.TZ = 'Europe/Berlin';
      await browser.happens('idle.onStateChanged', 'active');
      await browser.passes(2.2);
      expect(stored().tally.promptsEver).toBe(1);
      expect({ worker: browser.worker, starts: browser.starts }).toEqual({ worker, starts });
    },
  );

  it('moves the end of “until tomorrow” to the morning there', async () => {
    await begins(browser);
    await browser.sends({ type: 'pause', until: 'tomorrow' });
    process.env.TZ = 'Asia/Tokyo';
    // Six in the morning of Tuesday, in Tokyo.
    const endsAtMs = Date.parse('2026-03-02T21:00:00Z');
    await browser.passes((endsAtMs - browser.data.nowMs) / MINUTE_MS - 1);
    expect(stored().pause).not.toBeNull();
    await browser.passes(2);
    expect(stored().pause).toBeNull();
  });
});
