// Over 300 lines: the scripts of a minute, word by word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amount, amountOf } from '../../../core/breaks/amount.ts';
import { breathAt, cycleSeconds, cyclesIn, guideSeconds } from '../../../core/breaks/breath.ts';
import { planOf } from '../../../core/breaks/plan.ts';
import {
  type BreakPreferences,
  DEFAULT_PREFERENCES,
  patternOf,
  QUESTIONS,
  SEQUENCE_ENDS,
  STILLNESS_WAYS,
} from '../../../core/breaks/preferences.ts';
import { readingSeconds } from '../../../core/breaks/readingTime.ts';
import { BREATHING, STEPS } from '../../../core/breaks/scripts.ts';
import { lineAt, linesFor, type ScriptLine, type Telling } from '../../../core/breaks/timeline.ts';
import { BREAK_KINDS, type BreakKind } from '../../../core/kinds.ts';
import { PATTERN_IDS, type PatternId } from '../../../core/patternIds.ts';
import { phases } from '../../../core/patterns.ts';
import messages from '../../../public/_locales/en/messages.json';
import { runs } from '../../runs.ts';

interface Given extends Partial<Telling> {
  pattern?: PatternId;
}
const preferencesWith = (change: Partial<BreakPreferences>): BreakPreferences => ({
  ...DEFAULT_PREFERENCES,
  ...change,
});

const lines = (kind: BreakKind, seconds: number, { pattern, ...telling }: Given = {}) => {
  const preferences = telling.preferences ?? DEFAULT_PREFERENCES;
  const plan = planOf({ kind, pattern: pattern ?? null, seconds }, preferences, 'longExhale');
  return linesFor(plan, { ...telling, preferences });
};
const wordsOf = (line: ScriptLine) => ('key' in line ? messages[line.key].message : line.text);
const keyOf = (line: ScriptLine | null | undefined) => (line && 'key' in line ? line.key : null);

const told = (...args: Parameters<typeof lines>) =>
  lines(...args).map((line) => `${line.atSeconds}: ${wordsOf(line)}`);
const times = (...args: Parameters<typeof lines>) => lines(...args).map((line) => line.atSeconds);
const still = (
  stillness: BreakPreferences['stillness'],
  change: Partial<BreakPreferences> = {},
) => ({
  preferences: preferencesWith({ stillness, ...change }),
});

describe('the script of a minute', () => {
  it('accompanies the long exhale', () => {
    expect(told('breathing', 60)).toEqual([
      '-3: Sit or stand as you are. Eyes open or closed.',
      '0: In through the nose, small and soft.',
      '4: Out slowly, a little longer than in.',
      '10: Just follow along.',
      '20: A small breath is plenty.',
      '30: Let your jaw hang loose.',
      '40: If the pace doesn’t suit you, breathe your own way.',
      '50: Last one. Let it come and go by itself.',
      '60: That’s it. Take your time coming back.',
    ]);
  });

  it.each<[PatternId, number[]]>([
    ['even', [-3, 0, 5, 10, 20, 30, 40, 50, 60]],
    ['cyclicSighing', [-3, 0, 3, 4, 10, 20, 30, 40, 50, 60]],
    ['easy', [-3, 0, 3, 7, 14, 21, 28, 49, 60]],
    ['box', [-3, 0, 4, 8, 12, 16, 32, 60]],
    ['fourSevenEight', [-3, 0, 4, 11, 19, 38, 60]],
  ])('follows the breath at its own seconds: %s', (pattern, seconds) => {
    expect(times('breathing', 60, { pattern })).toEqual(seconds);
  });

  it('rests at the corners of a box at its easiest pace', () => {
    expect(
      told('breathing', 60, {
        pattern: 'box',
        preferences: { ...DEFAULT_PREFERENCES, paces: { box: 12 } },
      }),
    ).toEqual([
      '-3: Let the holds be easy. No straining.',
      '0: In.',
      '3: Hold lightly. Don’t clamp your throat.',
      '6: Out.',
      '9: Hold.',
      '12: Once more around, gently.',
      '24: If a hold feels long, shorten it or skip it.',
      '36: Soft face, soft hands.',
      '48: Once more around.',
      '60: Done. Breathe freely.',
    ]);
  });

  it('asks where the breath is felt, without a pace', () => {
    expect(told('breathing', 60, { pattern: 'noticing' })).toEqual([
      '-3: Sit back. Let the screen be.',
      '0: Breathe as you already do.',
      '10: Where do you feel it most: nose, chest, belly?',
      '25: Stay with that place.',
      '40: If your mind wanders, that’s what minds do. Come back.',
      '52: Widen out: the room, the sounds, the chair.',
      '60: That’s all there is to it.',
    ]);
  });

  it('leaves stillness mostly alone', () => {
    expect(told('stillness', 60, { by: 'voice' })).toEqual([
      '-3: Rest your hands. There’s nothing to do for a while.',
      '0: Close your eyes. You will hear when it is over.',
      '8: Let your weight sink into the chair.',
      '20: If your mind keeps talking, let it.',
      '40: Nothing is needed from you yet.',
      '55: In your own time, open your eyes.',
      '60: Come back when you’re ready.',
    ]);
  });

  it('writes nothing to closed eyes when a bell tells the end', () => {
    for (const seconds of [60, 300])
      expect(told('stillness', seconds, { by: 'bell' })).toEqual([
        '-3: Rest your hands. There’s nothing to do for a while.',
        '0: Close your eyes. A bell will tell you when it is over.',
        `${seconds}: Come back when you’re ready.`,
      ]);
  });

  it('leaves the eyes open when there is neither voice nor bell', () => {
    expect(told('stillness', 60, { by: 'sight' }).slice(1, -1)).toEqual([
      '0: Rest your eyes on one spot.',
      '8: Let your weight sink into the chair.',
      '20: If your mind keeps talking, let it.',
      '40: Nothing is needed from you yet.',
    ]);
  });

  it('goes through the body from the brow to the feet', () => {
    expect(told('stillness', 60, still('bodyScan'))).toEqual([
      '-3: Both feet down, if you can.',
      '0: Brow. Is it holding something? Let it smooth out.',
      '10: Jaw. Let your teeth come apart.',
      '20: Shoulders. Let them drop as far as they like.',
      '30: Hands. Let them open.',
      '40: Belly. You don’t have to hold it in.',
      '50: Feet. Feel the floor under them.',
      '60: Keep what is softer. Leave the rest as it is.',
    ]);
  });

  it('looks far away', () => {
    expect(told('eyes', 60, { by: 'voice' })).toEqual([
      '-3: Turn away from the screen.',
      '0: Find the farthest thing you can see: window, or far corner.',
      '8: Let your gaze rest on it, without staring.',
      '18: Blink slowly, a few times.',
      '28: If something out there is green or moving, follow it.',
      '40: Let the edges of your view come in too.',
      '52: Turn your head slowly left, then right.',
      '60: Done. The screen can wait a second longer.',
    ]);
  });

  it('has both shoulders in turn, and only the back of the neck', () => {
    expect(told('neck', 60)).toEqual([
      '-3: Take your hands off the keyboard and rub them warm.',
      '0: Right hand on the left shoulder, on the muscle at the top.',
      '5: Squeeze gently, hold, let go. Move along a little.',
      '15: Change sides. Left hand, right shoulder.',
      '30: Fingertips to the back of the neck, beside the bones.',
      '36: Small slow circles. Only the back, never front or sides.',
      '48: Roll both shoulders back, slowly, twice.',
      '54: Let your arms hang.',
      '60: Done.',
    ]);
  });

  it('has one hand, then the other', () => {
    expect(told('hands', 60)).toEqual([
      '-3: Loosen rings or sleeves if they pinch.',
      '0: Press your thumb into the other palm. Slow circles.',
      '9: Draw along each finger, base to tip.',
      '18: The other hand. Slow circles in the palm.',
      '27: And along each finger.',
      '36: Fingertips in front of the ears. Teeth apart. Light circles.',
      '46: All fingers on your scalp, as if washing your hair.',
      '54: Rest your hands.',
      '60: Done. Let them be warm for a moment.',
    ]);
  });

  it('needs only one hand if the person has chosen that', () => {
    const preferences = preferencesWith({ oneHand: true });
    expect(told('neck', 60, { preferences })).toEqual([
      '-3: Take your hand off the keyboard and let it get warm.',
      '0: Hand on the opposite shoulder, on the muscle at the top.',
      '5: Squeeze gently, hold, let go. Move along a little.',
      '15: Now the shoulder on the same side. Fingertips are enough.',
      '30: Fingertips to the back of the neck, beside the bones.',
      '35: Small slow circles. Only the back, never front or sides.',
      '43: The other side of the bones. The same small circles.',
      '54: Let your shoulders drop.',
      '60: Done.',
    ]);
    expect(told('hands', 60, { preferences })).toEqual([
      '-3: Loosen rings or sleeves if they pinch.',
      '0: Rub your palm on your thigh. Slow circles.',
      '9: Turn your hand over. The back of it, just as lightly.',
      '18: Draw your thumb along each finger of the same hand.',
      '27: Spread your fingers. Then let them go soft.',
      '36: Fingertips in front of one ear. Teeth apart. Light circles.',
      '42: Now in front of the other ear, just as lightly.',
      '48: Your fingers on your scalp, as if washing your hair.',
      '54: Rest your hand.',
      '60: Done. Let it be warm for a moment.',
    ]);
  });

  it('moves standing, or in a chair', () => {
    expect(told('movement', 60)).toEqual([
      '-3: Stand up slowly, if you can. A hand on the table helps.',
      '0: Shift your weight from foot to foot.',
      '10: Heels up, heels down, a few times, slowly.',
      '20: Reach up with one arm, then the other.',
      '32: Roll the shoulders back, in no hurry.',
      '42: Look over one shoulder, then the other, as far as is easy.',
      '52: Shake out your hands.',
      '60: Sit, or fetch a glass of water if you’d like.',
    ]);
    expect(
      told('movement', 60, { preferences: preferencesWith({ seated: true }) }).slice(0, 3),
    ).toEqual([
      '-3: Stay in your chair, feet on the floor.',
      '0: Lift one foot, then the other.',
      '10: Point and bend the ankles.',
    ]);
  });

  it('lays a hand on the heart, and fetches a glass of water', () => {
    expect(told('heart', 60)).toEqual([
      '-3: Sit back. Hands free.',
      '0: One hand on your chest, the other wherever it’s comfortable.',
      '12: Feel the warmth under your palm.',
      '30: Let your breath do what it likes.',
      '50: Stay, or let your hands sink.',
      '60: Done. That was time for you.',
    ]);
    expect(told('water', 60)).toEqual([
      '-3: Save your place, if you like.',
      '0: Get up slowly, and fetch some water if you’d like.',
      '30: A sip or two. Look away from the screen.',
      '60: Come back when you’re ready.',
    ]);
  });
});

describe('the script of a longer break', () => {
  it('says the first minute, one line at the middle and what belongs to the end', () => {
    expect(times('breathing', 180)).toEqual([-3, 0, 4, 10, 20, 30, 40, 90, 160, 170, 180]);
  });

  it('of five minutes adds a line at each full minute', () => {
    expect(times('breathing', 300)).toEqual([
      -3, 0, 4, 10, 20, 30, 40, 60, 120, 150, 180, 240, 280, 290, 300,
    ]);
    expect(told('breathing', 300)).toContain('120: If thoughts come, the next breath is soon.');
  });

  it('of stillness is silent after the first lines, but for its middle', () => {
    expect(told('stillness', 300, { by: 'voice' }).slice(3)).toEqual([
      '20: If your mind keeps talking, let it.',
      '150: Still nothing to do.',
      '295: In your own time, open your eyes.',
      '300: Come back when you’re ready.',
    ]);
  });

  it.each([
    [
      '301 s at a breath of 7 s',
      301,
      { preferences: preferencesWith({ paces: { longExhale: 7 } }) },
    ],
    ['361 s of 4-7-8', 361, { pattern: 'fourSevenEight' }],
    [
      '546 s at a breath of 13 s',
      546,
      { preferences: preferencesWith({ paces: { longExhale: 13 } }) },
    ],
  ] as const)('leaves the line of the last breath until the end (%s)', (_, seconds, given) => {
    const last = lines('breathing', seconds, given).at(-2);
    expect(keyOf(last)).toMatch(/_last$/);
  });

  it('says that the guide ends where the guide ends', () => {
    expect(told('breathing', 1800)).toContain('600: The guide ends here. Breathe as you like.');
    const first = { pattern: 'cyclicSighing', firstTime: true } as const;
    expect(told('breathing', 300, first).slice(-2)).toEqual([
      '60: The guide ends here. Breathe as you like.',
      '300: Let your breath do what it wants for a moment.',
    ]);
    expect(told('breathing', 300, { pattern: 'fourSevenEight', firstTime: true })).toContain(
      '76: The guide ends here. Breathe as you like.',
    );
    expect(told('breathing', 600).join()).not.toContain('guide ends');
  });

  it('goes through the whole body more slowly, and twice in five minutes', () => {
    expect(times('stillness', 180, still('bodyScan'))).toEqual([
      -3, 0, 11.25, 22.5, 45, 67.5, 90, 112.5, 135, 157.5, 180,
    ]);
    const twice = lines('stillness', 300, still('bodyScan'));
    const places = twice.filter((line) => keyOf(line) === 'script_scan_brow');
    expect(places.map((line) => line.atSeconds)).toEqual([0, 120]);
    expect(
      twice.filter((line) => keyOf(line) === 'script_scan_feet').map((l) => l.atSeconds),
    ).toEqual([105, 277.5]);
    expect(twice.map(keyOf)).toContain('script_scan_pain');
    expect(lines('stillness', 60, still('bodyScan')).map(keyOf)).not.toContain('script_scan_pain');
  });

  it('gives each part of the neck three quarters of a minute', () => {
    expect(times('neck', 180)).toEqual([-3, 0, 15, 45, 90, 108, 144, 162, 180]);
  });

  it('tells each part of a long sequence, and arrives before the breath', () => {
    expect(told('sequence', 300)).toEqual([
      ...told('movement', 60).slice(0, -1),
      '60: Walk, or look out of a window.',
      ...told('breathing', 207).map((line) => {
        const [at = '', words] = line.split(/: (.*)/);
        return `${Number(at) + 93}: ${words}`;
      }),
    ]);
  });

  it('ends a sequence with the end of its last part', () => {
    const strolls = preferencesWith({ sequence: { movement: true, walk: true, last: 'none' } });
    expect(told('sequence', 300, { preferences: strolls }).at(-1)).toBe(
      '300: Sit, or fetch a glass of water if you’d like.',
    );
  });
});

describe('the script of a shorter break', () => {
  it('says what there is time to read, and its end', () => {
    expect(told('breathing', 10)).toEqual([
      '-3: Sit or stand as you are. Eyes open or closed.',
      '0: In through the nose, small and soft.',
      '4: Out slowly, a little longer than in.',
      '10: That’s it. Take your time coming back.',
    ]);
    expect(told('stillness', 10)).toHaveLength(3);
  });

  it('announces the last breath with the last breath', () => {
    for (const seconds of [30, 37])
      expect(told('breathing', seconds).at(-2)).toBe('20: Last one. Let it come and go by itself.');
  });

  it('does the neck faster rather than half', () => {
    expect(times('neck', 20)).toEqual([-3, 0, 5, 10, 20]);
  });
});

describe('a question of stillness', () => {
  const softest = still('question', { question: 'softest' });

  it('comes after eight seconds, and needs no answer', () => {
    expect(told('stillness', 60, { ...softest, by: 'voice' })).toEqual([
      '-3: Rest your hands. There’s nothing to do for a while.',
      '0: Close your eyes. You will hear when it is over.',
      '8: Where in your body is it softest just now?',
      '20: It needs no answer.',
      '55: In your own time, open your eyes.',
      '60: Come back when you’re ready.',
    ]);
  });

  it('is read before the eyes close, if no voice asks it', () => {
    expect(told('stillness', 60, { ...softest, by: 'bell' })).toEqual([
      '-3: Rest your hands. There’s nothing to do for a while.',
      '0: Where in your body is it softest just now?',
      '6: Close your eyes. A bell will tell you when it is over.',
      '60: Come back when you’re ready.',
    ]);
  });

  it('is another one each time, until each had its turn', () => {
    const asked = (turn: number) => told('stillness', 60, { ...still('question'), turn })[2];
    const turns = QUESTIONS.map((_, turn) => asked(turn));
    expect(new Set(turns).size).toBe(QUESTIONS.length);
    expect(asked(QUESTIONS.length)).toBe(turns[0]);
  });

  it('is the chosen one, whatever the turn', () => {
    for (const turn of [0, 1, 2])
      expect(told('stillness', 60, { ...still('question', { question: 'wait' }), turn })[2]).toBe(
        '8: What can wait until tomorrow?',
      );
  });
});

it('does not say to open the eyes after a far look', () => {
  for (const seconds of [60, 300])
    expect(lines('stillness', seconds, still('farLook')).map(keyOf)).not.toContain(
      'script_stillness_open',
    );
});

describe('an own break', () => {
  const tea = (...steps: string[]) => ({
    preferences: preferencesWith({ ownBreaks: { 'own-tea': { title: 'Tea', steps } } }),
  });

  it('gives each step its time to be read, and what is left over in proportion', () => {
    const steps = ['Put the kettle on.', 'Warm the pot. Two spoons of leaves, no more than that.'];
    expect(steps.map(readingSeconds)).toEqual([5, 7]);
    expect(told('own-tea', 60, tea(...steps))).toEqual([
      '-3: Sit or stand as you are. Eyes open or closed.',
      '0: Put the kettle on.',
      '25: Warm the pot. Two spoons of leaves, no more than that.',
      '60: Come back when you’re ready.',
    ]);
  });

  it('leaves out the steps that there is no time for', () => {
    const steps = ['one', 'two', 'three', 'four'];
    expect(times('own-tea', 16, tea(...steps))).toEqual([-3, 0, 5, 10, 16]);
  });

  it('with a title alone has its beginning and its end', () => {
    expect(times('own-tea', 60, tea())).toEqual([-3, 60]);
  });
});
describe('both sides of the body', () => {
  const at = (told: ScriptLine[], key: string) =>
    told.find((line) => keyOf(line) === key)?.atSeconds ?? Number.NaN;

  it.each([60, 120, 180])('are equally long in %i seconds: shoulders and hands', (seconds) => {
    const neck = lines('neck', seconds);
    expect(at(neck, 'script_neck_right')).toBe(
      at(neck, 'script_neck_back') - at(neck, 'script_neck_right'),
    );
    const hands = lines('hands', seconds);
    expect(at(hands, 'script_hands_palmRight')).toBe(
      at(hands, 'script_hands_jaw') - at(hands, 'script_hands_palmRight'),
    );
    expect(at(hands, 'script_hands_fingersLeft')).toBe(
      at(hands, 'script_hands_fingersRight') - at(hands, 'script_hands_palmRight'),
    );
  });

  it('have their turn both, or neither has, at any length', () => {
    const anyLength = fc.integer({ min: 20, max: 600 });
    fc.assert(
      fc.property(fc.constantFrom('neck', 'hands'), anyLength, (kind, seconds) => {
        const keys = lines(kind, seconds).map(keyOf);
        const sides = keys.filter((key) => key !== null && /(Left|_left)$/.test(key));
        expect(sides.length).toBeGreaterThan(0);
        for (const left of sides)
          expect(keys).toContain(left?.replace('Left', 'Right').replace('_left', '_right'));
        for (const right of keys.filter((key) => key && /(Right|_right)$/.test(key)))
          expect(keys).toContain(right?.replace('Right', 'Left').replace('_right', '_left'));
      }),
      { numRuns: runs(600) },
    );
  });

  it('have their turn both with one hand, too', () => {
    const preferences = preferencesWith({ oneHand: true });
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 600 }), (seconds) => {
        const keys = lines('neck', seconds, { preferences }).map(keyOf);
        expect(keys).toContain('script_neckOneHand_far');
        expect(keys).toContain('script_neckOneHand_near');
      }),
    );
  });

  it('are equally long at any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 600 }), (seconds) => {
        const neck = lines('neck', seconds);
        const right = at(neck, 'script_neck_right');
        expect(at(neck, 'script_neck_back') - right).toBeCloseTo(
          right - at(neck, 'script_neck_left'),
        );
      }),
    );
  });
});

const OWN = { ...phases(2, 0, 0, 3, 0), name: 'Quick' };
const SLOW = { ...phases(6, 0, 4, 10, 0), name: 'Slow' };
const TEA = { title: 'Tea', steps: ['Put the kettle on.', 'Warm the pot.', 'Wait.'] };
const anyGuide = fc
  .record({
    seated: fc.boolean(),
    stillness: fc.constantFrom(...STILLNESS_WAYS),
    question: fc.constantFrom('any' as const, ...QUESTIONS),
    sequence: fc.record({
      movement: fc.boolean(),
      walk: fc.boolean(),
      last: fc.constantFrom(...SEQUENCE_ENDS),
    }),
    paces: fc.constantFrom({}, { longExhale: 7, even: 9.5, box: 12.5 }),
    ownPatterns: fc.constant({ 'own-a': OWN, 'own-b': SLOW }),
    ownBreaks: fc.constant({ 'own-tea': TEA }),
  })
  .map(preferencesWith);
const anyBreak = fc.record({
  kind: fc.constantFrom<BreakKind>(...BREAK_KINDS, 'own-tea', 'own-gone'),
  pattern: fc.constantFrom<PatternId>(...PATTERN_IDS, 'own-a', 'own-b', 'own-gone'),
  seconds: fc.integer({ min: 10, max: 1800 }),
  preferences: anyGuide,
  by: fc.constantFrom('voice' as const, 'bell' as const, 'sight' as const),
  firstTime: fc.boolean(),
  turn: fc.nat(9),
});
const linesOf = ({
  kind,
  seconds,
  ...given
}: (typeof anyBreak extends fc.Arbitrary<infer T> ? T : never) & { words?: Amount }) =>
  lines(kind, seconds, given);

/** A break may be too short for even one breath. */
const hasRoom = ({ kind, pattern, seconds, preferences }: Parameters<typeof linesOf>[0]) => {
  const [first] = planOf({ kind, pattern, seconds }, preferences, 'longExhale');
  return (
    first?.is !== 'breathing' || guideSeconds(patternOf(first.pattern, preferences), seconds) > 0
  );
};

const SHUTS = /close your eyes|behind their lids/i;
const TURNS = /look (away|far)|farthest|until a bell/i;

describe('a script without a voice', () => {
  it('writes nothing to eyes that it has closed', () => {
    fc.assert(
      fc.property(anyBreak, (given) => {
        if (given.by === 'voice') return;
        const told = linesOf(given);
        const shuts = told.findIndex((line) => SHUTS.test(wordsOf(line)));
        const partEnds = planOf(given, given.preferences, 'longExhale').map(
          (part) => part.atSeconds + part.seconds,
        );
        const shutAt = told[shuts]?.atSeconds ?? 0;
        const opensAt = partEnds.find((end) => end > shutAt) ?? 0;
        if (shuts >= 0) expect(told[shuts + 1]?.atSeconds).toBeGreaterThanOrEqual(opensAt - 1e-9);
        if (given.by === 'sight' && given.kind === 'stillness') expect(shuts).toBe(-1);
      }),
      { numRuns: runs(600) },
    );
  });

  it('looks far until a bell calls, and to its next line only then', () => {
    expect(lines('eyes', 60, { by: 'bell' }).map((line) => [wordsOf(line), line.marked])).toEqual([
      ['In a moment, look away from the screen.', false],
      ['Look at the farthest thing you can see until a bell rings.', false],
      ['Blink slowly, then look far again until the next bell.', true],
      ['Turn your head left and right. Look far until the last bell.', true],
      ['Done. The screen can wait a second longer.', false],
    ]);
    for (const by of ['bell', 'sight'] as const)
      expect(told('stillness', 60, { ...still('farLook'), by })[1]).toMatch(TURNS);
  });

  it('keeps the eyes open through the body, where a bell marks each place', () => {
    const scan = lines('stillness', 120, { ...still('bodyScan'), by: 'bell' });
    expect(scan.map(wordsOf).slice(0, 3)).toEqual([
      'Both feet down, if you can. A bell marks each place.',
      'Brow. Is it holding something? Let it smooth out.',
      'Pass over what hurts.',
    ]);
    expect(scan.map(keyOf)).toContain('script_scan_gaze');
    expect(scan.map(({ marked }) => marked).slice(0, 4)).toEqual([false, false, true, true]);
  });

  it('marks every step of the body but those being read, and none if nobody could hear it', () => {
    for (const kind of ['movement', 'neck', 'hands', 'heart', 'water'] as const) {
      const marks = (by: NonNullable<Telling['by']>) =>
        lines(kind, 60, { by }).map(({ marked }) => marked);
      const bells = marks('bell');
      expect(bells.slice(0, 2)).toEqual([false, false]);
      expect(bells.slice(2, -1)).toEqual(bells.slice(2, -1).map(() => true));
      expect(bells.at(-1)).toBe(false);
      expect(marks('sight')).not.toContain(true);
      expect(marks('voice')).not.toContain(true);
    }
  });

  it('calls back from a walk to the breath', () => {
    const sequence = lines('sequence', 300, { by: 'bell' });
    const calls = sequence.find(({ atSeconds }) => atSeconds === 90);
    expect(calls).toMatchObject({ aloud: true, marked: true });
    expect(
      sequence.filter(({ atSeconds }) => atSeconds > 90).map(({ aloud }) => aloud),
    ).not.toContain(true);
  });
});

it('Only the lines of a breath are not read aloud', () => {
  expect(lines('breathing', 60).map(({ aloud }) => aloud)).not.toContain(true);
  for (const kind of BREAK_KINDS.filter((each) => each !== 'breathing' && each !== 'sequence'))
    expect(lines(kind, 60).map(({ aloud }) => aloud)).not.toContain(false);
});

describe('any script', () => {
  it('begins with settling, ends with the end, and goes forward between', () => {
    fc.assert(
      fc.property(anyBreak, (given) => {
        const at = linesOf(given).map((line) => line.atSeconds);
        expect(at[0]).toBe(-3);
        expect(at[1]).toBe(hasRoom(given) ? 0 : given.seconds);
        expect(at.at(-1)).toBe(given.seconds);
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
      }),
      { numRuns: runs(500) },
    );
  });

  it('leaves time to read every line that is not of a first breath', () => {
    fc.assert(
      fc.property(anyBreak, (given) => {
        const { kind, pattern, seconds, preferences } = given;
        // Settling takes three seconds, and the first words follow the first breath.
        const hurried = planOf({ kind, pattern, seconds }, preferences, 'longExhale')
          .filter((part) => part.is === 'breathing' || part.is === 'stillness')
          .map((part) => {
            const paced = part.is === 'breathing' ? patternOf(part.pattern, preferences) : null;
            const breath = paced ? cycleSeconds(paced) : 0;
            return [part.atSeconds - 3, part.atSeconds + breath] as const;
          });
        const told = linesOf(given);
        for (const [index, { atSeconds }] of told.slice(0, -1).entries()) {
          const next = told[index + 1]?.atSeconds ?? 0;
          if (atSeconds < 0 || hurried.some(([from, to]) => atSeconds >= from && atSeconds < to))
            continue;
          expect(next - atSeconds, `${atSeconds} → ${next}`).toBeGreaterThanOrEqual(5 - 1e-9);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('speaks of a breath only while it is guided', () => {
    fc.assert(
      fc.property(anyBreak, ({ preferences, firstTime, pattern, seconds }) => {
        const told = lines('breathing', seconds, { preferences, firstTime, pattern });
        const guided = guideSeconds(patternOf(pattern, preferences), seconds, firstTime);
        const after = told.slice(0, -1).filter(({ atSeconds }) => atSeconds >= guided);
        expect(after.map(keyOf)).toEqual(guided <= seconds - 20 ? ['script_unguided'] : []);
      }),
    );
  });

  it('has words for each of its lines', () => {
    fc.assert(
      fc.property(anyBreak, (given) => {
        for (const line of linesOf(given)) expect(wordsOf(line)).toMatch(/\S/);
      }),
    );
  });

  it('is the same for the same break, so that a reload finds its line again', () => {
    fc.assert(
      fc.property(anyBreak, (given) => {
        expect(linesOf(given)).toEqual(linesOf(structuredClone(given)));
      }),
    );
  });
});

describe('every script', () => {
  const SPOKEN = Object.entries(messages).filter(([key]) => /^(script|question)_/.test(key));

  it.each(SPOKEN)('%s has at most a dozen words', (_, { message }) => {
    expect(message.split(' ').length).toBeLessThanOrEqual(12);
  });

  it.each(SPOKEN)('%s is a whole sentence', (_, { message }) => {
    expect(message).toMatch(/^[A-Z].*[.?]$/);
  });

  it('exists for each pattern and each kind, and ends within its minute', () => {
    expect(Object.keys(BREATHING)).toEqual(expect.arrayContaining([...PATTERN_IDS]));
    for (const { lines: steps } of Object.values(STEPS)) {
      const seconds = steps.map(([at]) => at);
      expect(seconds[0]).toBe(0);
      expect(Math.max(...seconds)).toBeLessThanOrEqual(55);
    }
  });
});

describe('the line of a moment', () => {
  const told = lines('breathing', 60);
  const key = (ms: number) => keyOf(lineAt(told, ms));

  it('stays until the next', () => {
    expect(key(-3000)).toBe('script_longExhale_settle');
    expect(key(-1)).toBe('script_longExhale_settle');
    expect(key(0)).toBe('script_longExhale_in');
    expect(key(19_999)).toBe('script_longExhale_guide');
    expect(key(20_000)).toBe('script_longExhale_less');
    expect(key(99_000)).toBe('script_longExhale_end');
  });

  it('is the first one before the break begins', () => {
    expect(key(-9000)).toBe('script_longExhale_settle');
  });

  it('is null without lines', () => {
    expect(lineAt([], 0)).toBeNull();
  });
});

describe('the amount of words', () => {
  it('is all for the first three breaks of a kind, then few, unless one is chosen', () => {
    expect([0, 1, 2, 3, 40].map((taken) => amountOf('auto', taken))).toEqual([
      'all',
      'all',
      'all',
      'few',
      'few',
    ]);
    for (const chosen of ['all', 'few', 'none'] as const)
      for (const taken of [0, 9]) expect(amountOf(chosen, taken)).toBe(chosen);
  });

  it('is few: how to sit, silence, the last breath', () => {
    expect(told('breathing', 60, { words: 'few' })).toEqual([
      '-3: Sit or stand as you are. Eyes open or closed.',
      '0: ',
      '50: Last one. Let it come and go by itself.',
      '57: ',
      '60: That’s it. Take your time coming back.',
    ]);
  });

  it('is few, where no word names the breath: also what to do', () => {
    expect(told('breathing', 60, { pattern: 'noticing', words: 'few' })).toEqual([
      '-3: Sit back. Let the screen be.',
      '0: Breathe as you already do.',
      '7: ',
      '52: Widen out: the room, the sounds, the chair.',
      '59: ',
      '60: That’s all there is to it.',
    ]);
    expect(told('stillness', 60, { words: 'few', by: 'voice' })).toEqual([
      '-3: Rest your hands. There’s nothing to do for a while.',
      '0: Close your eyes. You will hear when it is over.',
      '7: ',
      '55: In your own time, open your eyes.',
      '60: Come back when you’re ready.',
    ]);
    expect(
      told('stillness', 60, { ...still('question', { question: 'softest' }), words: 'few' }),
    ).toContain('8: Where in your body is it softest just now?');
  });

  it('is none: nothing until the end', () => {
    for (const kind of ['breathing', 'stillness'] as const)
      expect(told(kind, 60, { words: 'none' }).slice(0, -1)).toEqual(['-3: ']);
  });

  it('says in few words that the guide ends', () => {
    expect(told('breathing', 1800, { words: 'few' })).toContain(
      '600: The guide ends here. Breathe as you like.',
    );
  });

  it('keeps the steps of an exercise, which are the exercise', () => {
    for (const words of ['few', 'none'] as const) {
      for (const kind of ['movement', 'neck', 'hands', 'heart', 'eyes', 'water'] as const)
        expect(lines(kind, 60, { words })).toEqual(lines(kind, 60));
      const scan = still('bodyScan');
      expect(lines('stillness', 60, { ...scan, words })).toEqual(lines('stillness', 60, scan));
    }
  });

  it('keeps the order of time, and the last line for the end, in every break', () => {
    fc.assert(
      fc.property(anyBreak, fc.constantFrom<Amount>('few', 'none'), (given, words) => {
        const at = linesOf({ ...given, words }).map(({ atSeconds }) => atSeconds);
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
        expect(at.at(-1)).toBe(given.seconds);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a line about one phase of a breath', () => {
  const PHASE_OF = {
    in: 'in',
    sip: 'topUp',
    hold: 'hold',
    out: 'out',
    sigh: 'out',
    holdOut: 'holdOut',
  } as const;

  it('stands only during that phase', () => {
    fc.assert(
      fc.property(anyBreak, ({ preferences, firstTime, pattern, seconds }) => {
        const told = lines('breathing', seconds, { preferences, firstTime, pattern });
        const breathing = patternOf(pattern, preferences);
        const cycles = cyclesIn(breathing, seconds, firstTime);
        for (const [index, line] of told.entries()) {
          const word = keyOf(line)?.split('_').at(-1) as keyof typeof PHASE_OF;
          const phase = PHASE_OF[word];
          if (phase === undefined || keyOf(line) === 'script_ownPattern_in') continue;
          const untilMs = (told[index + 1]?.atSeconds ?? 0) * 1000 - 1;
          for (const atMs of [line.atSeconds * 1000 + 1, untilMs])
            expect([phase, 'done']).toContain(breathAt(breathing, atMs, cycles).phase);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it.each([16, 32, 48])('follows a box to its last corner in a break of %d seconds', (seconds) => {
    expect(told('breathing', seconds, { pattern: 'box' }).slice(1, 5)).toEqual([
      '0: In.',
      '4: Hold lightly. Don’t clamp your throat.',
      '8: Out.',
      '12: Hold.',
    ]);
  });

  it('has no other words about the breath out', () => {
    const other = Object.entries(messages).filter(
      ([key, { message }]) =>
        /^script_.*(longExhale|even|cyclicSighing|box|ownPattern)/.test(key) &&
        /breathe out|breath out|exhale/i.test(message),
    );
    expect(other.map(([key]) => key)).toEqual(['script_even_out']);
  });
});
