import { describe, expect } from 'vitest';
import { NEVER_ASKED, type Tension } from '../../../core/personal/tension.ts';
import { encode } from '../../../core/records/envelope.ts';
import { localAt } from '../../../shell/clock.ts';
import { press } from '../../driver/hands.ts';
import { word } from '../../driver/words.ts';
import { isAccessible } from './axe.ts';
import { begun, untilClosed } from './inBreak.ts';
import { it } from './it.ts';

/** The next long break today is the drawn one. */
const drawn = (): Tension => ({
  ...NEVER_ASKED,
  today: { date: localAt(Date.now()).date, turn: 2, met: 1, of: 1, skipped: false },
});

describe('the question how tense one feels', () => {
  it('comes before and after a long break, is answered by keys, and kept as a pair', async ({
    exhale,
  }) => {
    await exhale.begin({ minutesAtScreen: 12, settings: { tensionQuestion: true } });
    await exhale.store({ tension: encode(drawn()) });
    await exhale.tell({ type: 'startBreak', kind: 'water', seconds: 180 });
    const page = await exhale.page('break');
    await page.find('heading', word('tension_question'));
    await begun(page);
    await isAccessible(page);
    await press('6', 'Return');
    await page.find('heading', word('break_heading_water'));

    await exhale.moveBreakToEnd();
    await page.find('heading', word('tension_question'));
    await isAccessible(page);
    await press('4');
    await expect.poll(() => page.text()).toContain(word('tension_pair', '6', '4'));
    await expect.poll(() => page.text()).toContain(word('tension_cantTell'));
    await press('Return');
    await untilClosed(exhale);
    const { tension } = (await exhale.raw()) as { tension: { value: Tension } };
    const pairs = tension.value.pairs.map(({ before, after, kind, seconds }) => ({
      before,
      after,
      kind,
      seconds,
    }));
    expect(pairs).toEqual([{ before: 6, after: 4, kind: 'water', seconds: 180 }]);
  });
});
