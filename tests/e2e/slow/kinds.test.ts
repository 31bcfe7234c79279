import { describe, expect } from 'vitest';
import type { PreferencesPatch } from '../../../core/breaks/preferences.ts';
import { type BreakKind, kindWord, SETTLE_SECONDS } from '../../../core/kinds.ts';
import { SECOND_MS } from '../../../core/time.ts';
import type { MessageKey } from '../../../shell/words/t.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { isAccessible } from '../chromium/axe.ts';
import {
  begun,
  contrastOf,
  focused,
  moving,
  recorded,
  saysAt,
  untilClosed,
  untilOver,
} from '../chromium/inBreak.ts';
import { it } from '../chromium/it.ts';

const FIGURE = '[data-reduced] svg';
/** Most ways to be still show only a ring in the dark. */
const RING = 'main svg';
/** The lines of the breath, which light up under reduced motion. */
const BREATH = '[data-paced] > div';

interface Kind {
  kind: BreakKind;
  preferences?: PreferencesPatch;
  seconds?: number;
  settle: MessageKey;
  /** A line and its second. */
  first: [atSeconds: number, words: string];
  end: MessageKey;
  sentence: MessageKey;
  /** The drawing; null if there are only words. */
  drawn?: string | null;
}

const BODY: Kind[] = [
  {
    kind: 'movement',
    settle: 'script_movement_settle',
    first: [0, word('script_movement_weight')],
    end: 'script_movement_end',
    sentence: 'after_movement',
  },
  {
    kind: 'movement',
    preferences: { seated: true },
    settle: 'script_movement_settleSeated',
    first: [0, word('script_movement_feet')],
    end: 'script_movement_endSeated',
    sentence: 'after_movement',
  },
  {
    kind: 'neck',
    settle: 'script_neck_settle',
    first: [0, word('script_neck_left')],
    end: 'script_neck_end',
    sentence: 'after_massage',
  },
  {
    kind: 'neck',
    preferences: { oneHand: true },
    settle: 'script_neckOneHand_settle',
    first: [0, word('script_neckOneHand_far')],
    end: 'script_neck_end',
    sentence: 'after_massage',
  },
  {
    kind: 'hands',
    settle: 'script_hands_settle',
    first: [0, word('script_hands_palmLeft')],
    end: 'script_hands_end',
    sentence: 'after_massage',
  },
];
const QUIET: Kind[] = [
  {
    kind: 'heart',
    settle: 'script_heart_settle',
    first: [0, word('script_heart_hand')],
    end: 'script_heart_end',
    sentence: 'after_heart',
  },
  {
    kind: 'eyes',
    settle: 'script_eyes_soon',
    first: [0, word('script_eyes_untilBell')],
    end: 'script_eyes_end',
    sentence: 'after_eyes',
  },
  {
    kind: 'water',
    settle: 'script_water_settle',
    first: [0, word('script_water_fetch')],
    end: 'script_water_end',
    sentence: 'after_water',
  },
  {
    kind: 'own-tea',
    preferences: {
      ownBreaks: { 'own-tea': { title: 'Tea', steps: ['Put the kettle on.', 'Wait.'] } },
    },
    settle: 'script_longExhale_settle',
    first: [0, 'Put the kettle on.'],
    end: 'script_own_end',
    sentence: 'after_own',
    drawn: null,
  },
  {
    kind: 'sequence',
    seconds: 300,
    settle: 'script_movement_settle',
    // A fifth of it is movement and a tenth is walking; then the breath begins.
    first: [90, word('script_longExhale_settle')],
    end: 'script_longExhale_end',
    sentence: 'after_longExhale',
    drawn: BREATH,
  },
];
const still = (stillness: 'plain' | 'bodyScan' | 'farLook' | 'question') =>
  ({
    kind: 'stillness',
    preferences: { stillness, question: 'softest' },
    settle: 'script_stillness_settle',
    end: 'script_stillness_end',
    sentence: 'after_stillness',
    drawn: RING,
  }) as const;
const STILL: Kind[] = [
  { ...still('plain'), first: [0, word('script_stillness_close')] },
  { ...still('question'), first: [0, word('question_softest')] },
  {
    ...still('farLook'),
    settle: 'script_eyes_soon',
    first: [0, word('script_eyes_untilBell')],
  },
  {
    ...still('bodyScan'),
    settle: 'script_scan_settleByBell',
    first: [0, word('script_scan_brow')],
    end: 'script_scan_end',
    drawn: FIGURE,
  },
];

const controlsOf = ({ kind, drawn }: Kind): string[] => [
  word('break_bell_on'),
  ...(drawn === BREATH ? [word('break_sound_off')] : []),
  word('care_title'),
  ...(drawn === BREATH ? [word('break_pace')] : []),
  ...(kind === 'stillness' ? [] : [word('break_still')]),
  // Nobody has taken a break before.
  word('break_fullScreen_offer'),
  word('break_leave') + word('break_key_esc'),
];

async function isGoneThrough(exhale: ExhaleInChromium, each: Kind): Promise<void> {
  const { kind, seconds = 60, settle, first, end, sentence } = each;
  await exhale.begin({ preferences: each.preferences ?? {} });
  await exhale.tell({ type: 'startBreak', kind, seconds });
  const page = await exhale.page('break');
  await page.prefer('dark', 'default');
  await page.find('heading', word(`break_heading_${kindWord(kind)}`));
  await saysAt(exhale, page, 0, word(settle));
  await saysAt(exhale, page, SETTLE_SECONDS + first[0], first[1]);
  await isAccessible(page, ['dark']);
  // Whatever time that took, the break must not end yet.
  await exhale.moveBreakTo(SETTLE_SECONDS + first[0]);
  await isSeen(page, each);
  await exhale.moveBreakToEnd();
  // Stillness ends with a bell, and stays dark until there is input.
  if (kind === 'stillness') await untilOver(exhale);
  if (kind === 'stillness') await press('space');
  await page.find('heading', word(end));
  await expect.poll(() => page.text()).toContain(word(sentence));
  const { kind: was, taken } = await recorded(exhale);
  expect([was, taken]).toEqual([kind, true]);
  await press('Return');
  await untilClosed(exhale);
}

/** Tab goes from control to control, each with a visible ring. Space and Enter press them. */
async function isWalkedByKeys(page: Page, each: Kind): Promise<void> {
  const reached: string[] = [];
  for (const control of controlsOf(each)) {
    await press('Tab');
    const { words, ringed } = await until('the keyboard has gone on', async () => {
      const now = await focused(page);
      return now.tag === 'BUTTON' && now.words !== reached.at(-1) && now;
    });
    expect(ringed, `a ring around ${control}`).toBe(true);
    reached.push(words);
  }
  expect(reached).toEqual(controlsOf(each));
  await page.tabTo('button', word('care_title'));
  await press('space');
  await page.find('button', word('care_close'));
  await press('Escape');
  // Only the note is closed. The break goes on, and the focus is where it was.
  await expect.poll(async () => (await focused(page)).words).toBe(word('care_title'));
  await press('shift+Tab');
  const [bell = '', silent = ''] =
    each.drawn === BREATH
      ? [word('break_sound_off'), word('break_sound_on')]
      : [word('break_bell_on'), word('break_bell_off')];
  for (const [key, then] of [
    ['Return', silent],
    ['space', bell],
  ] as const) {
    await press(key);
    await expect.poll(async () => (await focused(page)).words).toBe(then);
  }
}

/** Words and drawing are visible with reduced motion and in forced colors. */
async function isSeen(page: Page, { kind, drawn = FIGURE }: Kind): Promise<void> {
  if (drawn === FIGURE && kind !== 'stillness')
    await expect.poll(() => moving(page)).not.toEqual([]);
  await page.prefer('dark', 'reduced', 'forced');
  await expect.poll(() => moving(page)).toEqual([]);
  await expect.poll(() => contrastOf(page), { message: 'the words' }).toBeGreaterThanOrEqual(4.5);
  if (drawn !== null && drawn !== RING)
    await expect
      .poll(() => contrastOf(page, drawn), { message: 'the figure' })
      .toBeGreaterThanOrEqual(3);
}

/** The name of a kind in its test. */
function named(each: Kind): string {
  const { stillness, seated, oneHand } = each.preferences ?? {};
  return [each.kind, stillness, seated && 'seated', oneHand && 'with one hand']
    .filter(Boolean)
    .join(', ');
}
const ALL = [...BODY, ...QUIET, ...STILL].map((each) => [named(each), each] as const);
const EACH_WITH_OTHER_CONTROLS = [
  ...new Map(ALL.map((named) => [`${controlsOf(named[1])}`, named])).values(),
];

describe('a break of each kind', () => {
  it.for(ALL)(
    '(%s) is seen without motion and in forced colors, and ends with its sentence',
    async ([, each], { exhale }) => {
      await isGoneThrough(exhale, each);
    },
  );

  it.for(EACH_WITH_OTHER_CONTROLS)('(%s) works by keys', async ([, each], { exhale }) => {
    await exhale.begin({ preferences: each.preferences ?? {} });
    await exhale.tell({ type: 'startBreak', kind: each.kind, seconds: each.seconds ?? 120 });
    const page = await exhale.page('break');
    await saysAt(exhale, page, SETTLE_SECONDS + each.first[0], each.first[1]);
    await isWalkedByKeys(page, each);
  });

  it('is left with Esc, and then does not count', async ({ exhale }) => {
    for (const { kind, preferences = {} } of [...BODY, ...QUIET, ...STILL.slice(0, 1)]) {
      await exhale.begin({ preferences });
      await exhale.tell({ type: 'startBreak', kind, seconds: 60 });
      await begun(await exhale.page('break'));
      await press('Escape');
      await untilClosed(exhale);
      const { kind: was, taken } = await recorded(exhale);
      expect([was, taken]).toEqual([kind, false]);
    }
  });
});

describe('a break that is due', () => {
  it('of movement is begun from the popup, tells when it ends, and ends by the clock', async ({
    exhale,
  }) => {
    const settings = {
      promptStyle: 'icon' as const,
      rhythms: { short: { kind: 'movement' as const } },
    };
    await exhale.begin({ minutesAtScreen: 30.1, settings, preferences: { endsAt: true } });
    const popup = await exhale.popup();
    await popup.click('button', saying(word('common_begin_movement')));
    const page = await exhale.page('break');
    await page.find('heading', word('break_heading_movement'));
    expect(await page.text()).toMatch(saying(word('break_endsAt', '')));
    const { break: running } = await exhale.view();
    await expect.poll(() => page.text(), { timeout: 40_000 }).toContain(word('after_movement'));
    const { taken, atMs } = await recorded(exhale);
    expect(taken).toBe(true);
    expect(Math.abs(atMs - (running?.endsAtMs ?? 0))).toBeLessThan(SECOND_MS);
  });
});
