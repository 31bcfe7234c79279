import { deepEqual } from 'node:assert/strict';
import { NEVER_ASKED, type Tension } from '../../../core/personal/tension.ts';
import { encode } from '../../../core/records/envelope.ts';
import { localAt } from '../../../shell/clock.ts';
import { press } from '../desk.ts';
import { test, until } from '../harness.ts';
import { word } from '../words.ts';
import { isAccessible } from './axe.ts';
import { started } from './exhale.ts';
import { begun, isClosed } from './inBreak.ts';

/** The next long break of this day is the one that was drawn. */
const drawn = (): Tension => ({
  ...NEVER_ASKED,
  today: { date: localAt(Date.now()).date, turn: 2, met: 1, of: 1, skipped: false },
});

test('How tense somebody feels is asked before and after a long break, answered by keys, and kept as a pair', async () => {
  const exhale = await started();
  await exhale.begin({ minutesAtScreen: 12, settings: { tensionQuestion: true } });
  await exhale.store({ tension: encode(drawn()) });
  await exhale.tell({ type: 'startBreak', kind: 'water', seconds: 180 });
  const page = await exhale.page('break');
  await page.find('heading', word('tension_question'));
  await begun(page);
  await isAccessible(page);
  await press('6', 'Return');
  await page.find('heading', word('break_heading_water'));

  await exhale.forward(182);
  await page.find('heading', word('tension_question'));
  await isAccessible(page);
  await press('4');
  await until('the two stand beside one another, and what they can’t tell', async () => {
    const text = await page.text();
    return text.includes(word('tension_pair', '6', '4')) && text.includes(word('tension_cantTell'));
  });
  await press('Return');
  await until('the page is closed', isClosed(exhale));
  const { tension } = (await exhale.raw()) as { tension: { value: Tension } };
  deepEqual(
    tension.value.pairs.map(({ before, after, kind, seconds }) => [before, after, kind, seconds]),
    [[6, 4, 'water', 180]],
  );
});
