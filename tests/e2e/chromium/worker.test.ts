import { describe, expect } from 'vitest';
import type { Outbox } from '../../../core/records/outbox.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { whileStirring } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { saying, word } from '../../driver/words.ts';
import { recorded } from './inBreak.ts';
import { it } from './it.ts';

const DUE = { minutesAtScreen: 30.1 };

async function beginFromPrompt(exhale: ExhaleInChromium): Promise<Page> {
  const prompt = await exhale.page('prompt');
  await prompt.click('button', saying(word('common_begin_breathing')));
  return exhale.page('break');
}

describe('a worker that is killed', () => {
  it('while it counts asks at the very same time', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 29.6 });
    const [alarm, ...others] = await exhale.alarms();
    expect(others).toEqual([]);
    await exhale.killWorker();
    await whileStirring(expect.poll(() => exhale.isOpen('prompt'), { timeout: 60_000 }).toBe(true));
    const shownAtMs = (await exhale.stored()).state?.ask?.shownAtMs ?? 0;
    expect(Math.abs(shownAtMs - (alarm?.scheduledTime ?? 0))).toBeLessThan(2 * SECOND_MS);
    expect(await exhale.alarms()).toHaveLength(1);
  });

  it('during a prompt still gets the answer', async ({ exhale }) => {
    await exhale.begin(DUE);
    const prompt = await exhale.page('prompt');
    await exhale.killWorker();
    await prompt.click('button', saying(word('common_begin_breathing')));
    await exhale.page('break');
    expect(await exhale.phase()).toBe('break');
    expect(await exhale.alarms()).toHaveLength(1);
  });

  it('in a break ends it by the clock', async ({ exhale }) => {
    await exhale.begin(DUE);
    await beginFromPrompt(exhale);
    await exhale.killWorker();
    expect((await recorded(exhale)).taken).toBe(true);
    const { break: running, screenTimeMs } = await exhale.view();
    expect(running).toBeNull();
    expect(screenTimeMs).toBeLessThan(MINUTE_MS);
  });

  it('before the log is copied loses and doubles no entry of it', async ({ exhale }) => {
    await exhale.begin(DUE);
    await beginFromPrompt(exhale);
    await exhale.letWait(19);
    await exhale.killWorker();
    await recorded(exhale);
    const kinds = async () => (await exhale.inDatabase()).map(({ is }) => is).sort();
    const rests = Array.from({ length: 19 }, () => 'rest');
    await expect.poll(kinds).toEqual(['break', 'reminder', ...rests, 'span'].sort());
    const waiting = async () => ((await exhale.raw()).outbox as { value: Outbox }).value.entries;
    await expect.poll(waiting).toEqual([]);
  });

  it('before the tab of a break is closed leaves it all the same', async ({ exhale }) => {
    await exhale.begin(DUE);
    const page = await beginFromPrompt(exhale);
    await exhale.killWorker();
    await page.close();
    const left = await recorded(exhale);
    expect(left.taken).toBe(false);
  });
});
