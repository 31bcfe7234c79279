import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATTERN_IDS } from '../../core/patterns.ts';
import { lineAt, linesFor } from '../../core/script.ts';
import messages from '../../public/_locales/en/messages.json';

const told = (...args: Parameters<typeof linesFor>) =>
  linesFor(...args).map(({ atSeconds, key }) => `${atSeconds}: ${messages[key].message}`);

describe('the script of a minute', () => {
  it('accompanies the long exhale', () => {
    expect(told('breathing', 'longExhale', 60)).toEqual([
      '-3: Sit or stand as you are. Eyes open or closed.',
      '0: In through the nose, small and soft.',
      '4: Out slowly, a little longer than in.',
      '10: In. Out. The guide keeps the time for you.',
      '20: Less air is fine. Nothing to fill.',
      '30: As you breathe out, let your jaw hang loose.',
      '40: If the pace doesn’t suit you, breathe your own way.',
      '50: One more. Let the out-breath end by itself.',
      '60: That’s it. Take your time coming back.',
    ]);
  });

  it('accompanies even breathing and long sighs at their own seconds', () => {
    const seconds = (id: 'even' | 'cyclicSighing') =>
      linesFor('breathing', id, 60).map((line) => line.atSeconds);
    expect(seconds('even')).toEqual([-3, 0, 5, 10, 20, 30, 40, 50, 60]);
    expect(seconds('cyclicSighing')).toEqual([-3, 0, 3, 4, 10, 20, 30, 40, 50, 60]);
  });

  it('asks where the breath is felt, without a pace', () => {
    expect(told('breathing', 'noticing', 60)).toEqual([
      '-3: Sit back. Let the screen be.',
      '0: Breathe as you already do.',
      '10: Where do you feel it most: nose, chest, belly?',
      '25: Stay with that place.',
      '40: If your mind wanders, that’s what minds do. Come back.',
      '52: Widen out: the room, the sounds, the chair.',
      '60: That’s all there is to it.',
    ]);
  });

  it('leaves stillness mostly alone, and says that a bell ends it', () => {
    expect(told('stillness', null, 60)).toEqual([
      '-3: Hands down. Nothing to do for a while.',
      '0: Close your eyes. A bell will tell you when it is over.',
      '8: Let your weight sink into the chair.',
      '20: Your mind may go on talking. Let it idle.',
      '40: Nothing needed from you yet.',
      '55: In your own time, open your eyes.',
      '60: Back when you are.',
    ]);
  });

  it('offers open eyes when no bell will ring', () => {
    expect(told('stillness', null, 60, { bell: false })[1]).toBe('0: Rest your eyes on one spot.');
  });
});

describe('the script of a longer break', () => {
  it('says the first minute, one line at the middle and what belongs to the end', () => {
    expect(linesFor('breathing', 'longExhale', 180).map((line) => line.atSeconds)).toEqual([
      -3, 0, 4, 10, 20, 30, 40, 90, 160, 170, 180,
    ]);
  });

  it('of five minutes adds a line at each full minute', () => {
    expect(linesFor('breathing', 'longExhale', 300).map((line) => line.atSeconds)).toEqual([
      -3, 0, 4, 10, 20, 30, 40, 60, 120, 150, 180, 240, 280, 290, 300,
    ]);
    expect(told('breathing', 'longExhale', 300)).toContain(
      '120: If thoughts come, the next breath is soon.',
    );
  });

  it('of stillness is silent after the first lines, but for its middle', () => {
    expect(told('stillness', null, 300).slice(3)).toEqual([
      '20: Your mind may go on talking. Let it idle.',
      '150: Still nothing to do.',
      '295: In your own time, open your eyes.',
      '300: Back when you are.',
    ]);
  });

  it('says that the guide ends where the guide ends', () => {
    expect(told('breathing', 'longExhale', 1800)).toContain(
      '600: The guide ends here. Breathe as you like.',
    );
    expect(told('breathing', 'cyclicSighing', 300, { firstTime: true }).slice(-2)).toEqual([
      '60: The guide ends here. Breathe as you like.',
      '300: Let your breath do what it wants for a moment.',
    ]);
    expect(told('breathing', 'longExhale', 600).join()).not.toContain('guide ends');
  });
});

describe('the script of a shorter break', () => {
  it('says what there is time to read, and its end', () => {
    expect(told('breathing', 'longExhale', 10)).toEqual([
      '-3: Sit or stand as you are. Eyes open or closed.',
      '0: In through the nose, small and soft.',
      '4: Out slowly, a little longer than in.',
      '10: That’s it. Take your time coming back.',
    ]);
    expect(told('stillness', null, 10)).toHaveLength(3);
  });

  it('announces the last breath with the last breath', () => {
    expect(told('breathing', 'longExhale', 30).at(-2)).toBe(
      '20: One more. Let the out-breath end by itself.',
    );
    expect(told('breathing', 'longExhale', 37).at(-2)).toBe(
      '20: One more. Let the out-breath end by itself.',
    );
  });
});

const anyBreak = fc.tuple(
  fc.constantFrom(...PATTERN_IDS, null),
  fc.integer({ min: 10, max: 1800 }),
  fc.boolean(),
  fc.boolean(),
);

describe('any script', () => {
  it('begins with settling, ends with the end, and goes forward between', () => {
    fc.assert(
      fc.property(anyBreak, ([pattern, seconds, bell, firstTime]) => {
        const kind = pattern ? 'breathing' : 'stillness';
        const at = linesFor(kind, pattern, seconds, { bell, firstTime }).map((l) => l.atSeconds);
        expect(at[0]).toBe(-3);
        expect(at[1]).toBe(0);
        expect(at.at(-1)).toBe(seconds);
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
      }),
    );
  });

  it('leaves time to read every line after the first breath', () => {
    fc.assert(
      fc.property(anyBreak, ([pattern, seconds, bell, firstTime]) => {
        const kind = pattern ? 'breathing' : 'stillness';
        const at = linesFor(kind, pattern, seconds, { bell, firstTime }).map((l) => l.atSeconds);
        for (let i = 1; i < at.length - 1; i++)
          if ((at[i] as number) >= 5)
            expect((at[i + 1] as number) - (at[i] as number)).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it('has at most a dozen words a line', () => {
    for (const [key, { message }] of Object.entries(messages))
      if (key.startsWith('script_'))
        expect(message.split(' ').length, message).toBeLessThanOrEqual(12);
  });
});

describe('the line of a moment', () => {
  const lines = linesFor('breathing', 'longExhale', 60);
  const key = (ms: number) => lineAt(lines, ms)?.key;

  it('stays until the next', () => {
    expect(key(-3000)).toBe('script_longExhale_settle');
    expect(key(-1)).toBe('script_longExhale_settle');
    expect(key(0)).toBe('script_longExhale_in');
    expect(key(19_999)).toBe('script_longExhale_guide');
    expect(key(20_000)).toBe('script_longExhale_less');
    expect(key(99_000)).toBe('script_longExhale_end');
  });

  it('is the first one when the clock stands before the break', () => {
    expect(key(-9000)).toBe('script_longExhale_settle');
  });

  it('is none without lines', () => {
    expect(lineAt([], 0)).toBeNull();
  });
});
