import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { PreferencesPatch } from '../../../core/breaks/preferences.ts';
import { type BreakKind, kindWord } from '../../../core/kinds.ts';
import { SECOND_MS } from '../../../core/time.ts';
import type { MessageKey } from '../../../shell/words/t.ts';
import { press } from '../desk.ts';
import { test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { isAccessible } from './axe.ts';
import { type Exhale, started } from './exhale.ts';
import { begun, contrastOf, focused, isClosed, isOver, moving, recorded, says } from './inBreak.ts';
import type { Page } from './page.ts';

const FIGURE = '[data-reduced] svg';
/** Where nothing is drawn but a ring in the dark. */
const RING = 'main svg';
/** The lines of the breath, which are lit where nothing moves. */
const BREATH = '[data-paced] > div';

interface Kind {
  kind: BreakKind;
  preferences?: PreferencesPatch;
  seconds?: number;
  settle: MessageKey;
  /** A line, and when it comes. */
  first: [atSeconds: number, words: string];
  end: MessageKey;
  sentence: MessageKey;
  /** What is drawn; null where the words stand alone. */
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
    settle: 'script_eyes_settle',
    first: [0, word('script_eyes_find')],
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
    // A fifth of it is movement, a tenth a few steps; then the breath begins.
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
  { ...still('question'), first: [8, word('question_softest')] },
  {
    ...still('farLook'),
    settle: 'script_eyes_settle',
    first: [0, word('script_eyes_find')],
  },
  {
    ...still('bodyScan'),
    settle: 'script_scan_settle',
    first: [0, word('script_scan_brow')],
    end: 'script_scan_end',
    drawn: FIGURE,
  },
];

const controlsOf = ({ kind, drawn }: Kind): string[] => [
  word(drawn === BREATH ? 'break_sound_off' : 'break_bell_on'),
  word('care_title'),
  ...(drawn === BREATH ? [word('break_pace')] : []),
  ...(kind === 'stillness' ? [] : [word('break_still')]),
  word('break_leave') + word('break_key_esc'),
];

async function isGoneThrough(exhale: Exhale, each: Kind): Promise<void> {
  const { kind, seconds = 60, settle, first, end, sentence } = each;
  await exhale.begin({ preferences: each.preferences ?? {} });
  await exhale.tell({ type: 'startBreak', kind, seconds });
  const page = await exhale.page('break');
  await page.prefer('dark', 'default');
  await page.find('heading', word(`break_heading_${kindWord(kind)}`));
  await says(page, word(settle));
  await exhale.forward(first[0] + 3);
  await says(page, first[1]);
  await isWalkedByKeys(page, each);
  await isAccessible(page);
  await isSeen(page, each);
  await exhale.forward(seconds);
  // Stillness ends with a bell in the dark, until somebody stirs.
  if (kind === 'stillness') await until('the bell has rung', isOver(exhale));
  if (kind === 'stillness') await press('space');
  await page.find('heading', word(end));
  await until('it says what it was', async () => (await page.text()).includes(word(sentence)));
  const { kind: was, taken } = await recorded(exhale);
  deepEqual([was, taken], [kind, true]);
  await press('Return');
  await until('its page has closed', isClosed(exhale));
}

/** Tab goes from control to control, each with a ring around it; space and Enter press them. */
async function isWalkedByKeys(page: Page, each: Kind): Promise<void> {
  const reached: string[] = [];
  for (const control of controlsOf(each)) {
    await press('Tab');
    const { words, ringed } = await until('the keyboard has gone on', async () => {
      const now = await focused(page);
      return now.tag === 'BUTTON' && now.words !== reached.at(-1) && now;
    });
    ok(ringed, `${each.kind}: no ring around ${control}`);
    reached.push(words);
  }
  deepEqual(reached, controlsOf(each));
  await page.tabTo('button', word('care_title'));
  await press('space');
  await page.find('button', word('care_close'));
  await press('Escape');
  // It was the words that were closed; the break goes on, and the keyboard is where it was.
  await until('they are closed', async () => (await focused(page)).words === word('care_title'));
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
    await until(`it says “${then}”`, async () => (await focused(page)).words === then);
  }
}

/** With nothing moving, and in colours that are not ours: the words and what is drawn. */
async function isSeen(page: Page, { kind, drawn = FIGURE }: Kind): Promise<void> {
  if (drawn === FIGURE && kind !== 'stillness')
    await until('something moves', async () => (await moving(page)).length > 0);
  await page.prefer('dark', 'reduced', 'forced');
  await until('nothing moves', async () => {
    deepEqual(await moving(page), []);
    return true;
  });
  await until('the words are seen', async () => (await contrastOf(page)) >= 4.5);
  if (drawn !== null && drawn !== RING)
    await until('the figure is seen', async () => (await contrastOf(page, drawn)) >= 3);
}

const GROUPS: [says: string, kinds: Kind[]][] = [
  ['A break with movement or massage', BODY],
  ['A quiet break, one’s own, and a sequence', QUIET],
  ['Each way to be still', STILL],
];
for (const [what, kinds] of GROUPS)
  test(`${what}: begun, gone through by keys alone, seen where nothing moves and in forced colours, and ended with its sentence`, async () => {
    const exhale = await started();
    for (const each of kinds) await isGoneThrough(exhale, each);
  });

test('Esc leaves every kind of break, and that is none', async () => {
  const exhale = await started();
  for (const { kind, preferences = {} } of [...BODY, ...QUIET, ...STILL.slice(0, 1)]) {
    await exhale.begin({ preferences });
    await exhale.tell({ type: 'startBreak', kind, seconds: 60 });
    await begun(await exhale.page('break'));
    await press('Escape');
    await until(`${kind} is left`, isClosed(exhale));
    const { kind: was, taken } = await recorded(exhale);
    deepEqual([was, taken], [kind, false]);
  }
});

test('A movement that is due is begun from the popup, tells when it ends, and ends by the clock', async () => {
  const settings = {
    promptStyle: 'icon' as const,
    rhythms: { short: { kind: 'movement' as const } },
  };
  const exhale = await started({ minutesAtScreen: 30.1, settings, preferences: { endsAt: true } });
  const popup = await exhale.popup();
  await popup.click('button', saying(word('common_begin_movement')));
  const page = await exhale.page('break');
  await page.find('heading', word('break_heading_movement'));
  match(await page.text(), saying(word('break_endsAt', '')));
  const { break: running } = await exhale.view();
  await until('it has ended', async () => (await page.text()).includes(word('after_movement')), {
    seconds: 20,
  });
  const { taken, atMs } = await recorded(exhale);
  equal(taken, true);
  ok(Math.abs(atMs - (running?.endsAtMs ?? 0)) < SECOND_MS);
});

test('A surprise is never the same twice in a row', async () => {
  const settings = {
    surprises: ['movement' as const, 'heart' as const],
    rhythms: { short: { kind: 'surprise' as const } },
  };
  const exhale = await started({ settings });
  const drawn: (BreakKind | undefined)[] = [];
  for (let nth = 0; nth < 4; nth++) {
    await exhale.tell({ type: 'startBreak' });
    drawn.push((await exhale.view()).break?.kind);
    await begun(await exhale.page('break'));
    await press('Escape');
    await until('its page has closed', isClosed(exhale));
  }
  for (const [nth, kind] of drawn.entries()) {
    ok(kind === 'movement' || kind === 'heart', `${kind}`);
    ok(kind !== drawn[nth - 1], drawn.join(', '));
  }
});
