import { describe, expect } from 'vitest';
import { itInFirefox } from './it.ts';

const it = itInFirefox();

describe('an update in a break', () => {
  it('opens its page again, where the break is', async ({ exhale }) => {
    await exhale.tell({ type: 'startBreak', kind: 'stillness', seconds: 300 });
    const old = await exhale.page('break');
    const since = await old.evaluate(() => performance.timeOrigin);
    const running = (await exhale.stored()).state?.break;
    expect(running).not.toBeNull();
    await exhale.update();
    await expect
      .poll(async () => {
        const page = await exhale.page('break');
        return page.evaluate(
          (before) => performance.timeOrigin > before && !document.hidden,
          since,
        );
      })
      .toBe(true);
    expect((await exhale.stored()).state?.break).toEqual(running);
  });
});
