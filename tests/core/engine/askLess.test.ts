import { describe, expect, it } from 'vitest';
import {
  ANSWERED,
  askingLess,
  askLessKey,
  doubtAbout,
  faultToTell,
} from '../../../core/engine/askLess.ts';
import { step } from '../../../core/engine/step.ts';
import { MACHINE } from '../../../core/engine/ways.ts';
import type { Ask, State } from '../../../core/records/state.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { EMPTY_TALLY, type Tally } from '../../../core/records/tally.ts';
import { AT, minutes, RUNNING, SEEN, stored, withSettings } from '../atNine.ts';

const NEVER = ANSWERED.atFirst;
const past = (tally: Partial<Tally>, state: Partial<State> = {}, patch = {}) =>
  stored({
    tally: { ...EMPTY_TALLY, breaksEver: 5, ...tally },
    state,
    settings: withSettings(patch),
  });
/** After one more ask that was shown this often and never answered. */
function unanswered(before: Stored, showings: number): Stored {
  const { tally } = before;
  const sinceMs = AT - minutes(40);
  const shown: Stored = {
    ...before,
    tally: { ...tally, promptsEver: tally.promptsEver + showings },
    state: {
      ...before.state,
      screenSinceMs: sinceMs,
      countedFromMs: { short: sinceMs, long: sinceMs },
      ask: { ...ASK, shownAtMs: AT - minutes(2), times: 4 },
    },
  };
  return step(shown, { type: 'looked' }, SEEN).stored;
}
const ASK: Ask = { rhythm: 'short', shownAtMs: AT, times: 1, showing: true, inFullScreen: false };
const DISMISSED = { lastAction: { type: 'dismiss', atMs: AT } };

describe('the question whether reminders come too often', () => {
  it('comes after three skips in a row, and after three prompts that were closed', () => {
    expect(doubtAbout(past({ skippedInARow: 2 }), NEVER)).toBeNull();
    expect(doubtAbout(past({ skippedInARow: 3 }), NEVER)).toBe('tooOften');
    expect(doubtAbout(past({}, { unanswered: 2, ...DISMISSED }), NEVER)).toBeNull();
    expect(doubtAbout(past({}, { unanswered: 3, ...DISMISSED }), NEVER)).toBe('tooOften');
  });

  it('comes once until a break is taken', () => {
    const skipped = past({ skippedInARow: 3 });
    expect(doubtAbout(skipped, { ...NEVER, askedLess: 5 })).toBeNull();
    expect(doubtAbout(skipped, { ...NEVER, askedLess: 4 })).toBe('tooOften');
  });

  it('comes on a day with sixteen asks, once on that day', () => {
    const many = { askDay: 20_514, asksThatDay: 16 };
    expect(doubtAbout(past({ ...many, asksThatDay: 15 }), NEVER)).toBeNull();
    expect(doubtAbout(past(many), NEVER)).toBe('tooOften');
    const said = { ...NEVER, askedLess: askLessKey(past(many).tally) };
    expect(doubtAbout(past({ ...many, asksThatDay: 17, breaksEver: 6 }), said)).toBeNull();
    expect(doubtAbout(past({ ...many, askDay: 20_515 }), said)).toBe('tooOften');
  });

  it('waits during an ask or a break', () => {
    expect(doubtAbout(past({ skippedInARow: 3 }, { ask: ASK }), NEVER)).toBeNull();
    expect(doubtAbout(past({ skippedInARow: 3 }, { break: RUNNING }), NEVER)).toBeNull();
  });
});

describe('the question whether the reminders were seen', () => {
  it('comes after two without an answer', () => {
    expect(doubtAbout(past({}, { unanswered: 1 }), NEVER)).toBeNull();
    expect(doubtAbout(past({}, { unanswered: 2 }), NEVER)).toBe('unseen');
  });

  it('does not come if only the icon asks', () => {
    expect(doubtAbout(past({}, { unanswered: 9 }, { promptStyle: 'icon' }), NEVER)).toBeNull();
  });

  it('comes once for all unanswered asks in a row, however often each was shown', () => {
    const first = unanswered(past({}), 3);
    const second = unanswered(first, 2);
    expect(doubtAbout(second, NEVER)).toBe('unseen');
    const answered = { ...NEVER, sawThem: second.tally.unansweredStreaks };
    const third = unanswered(second, 2);
    expect(third.state.unanswered).toBe(3);
    expect(doubtAbout(third, answered)).toBeNull();
    const answer = { ...third, state: { ...third.state, unanswered: 0 } };
    expect(doubtAbout(unanswered(unanswered(answer, 3), 2), answered)).toBe('unseen');
  });
});

describe('the offer of notifications to someone who works in other programs', () => {
  const held = past({ heldElsewhere: 3 }, {}, { promptStyle: 'smallWindow' });

  it('comes once, after another program held three reminders back', () => {
    expect(doubtAbout(past({ heldElsewhere: 2 }), NEVER)).toBeNull();
    expect(doubtAbout(held, NEVER)).toBe('elsewhere');
    expect(doubtAbout(held, { ...NEVER, offeredElsewhere: true })).toBeNull();
  });

  it('does not come if notifications remind, or only the icon', () => {
    for (const promptStyle of ['notification', 'icon'] as const)
      expect(doubtAbout(past({ heldElsewhere: 9 }, {}, { promptStyle }), NEVER)).toBeNull();
  });
});

describe('the fault of the small window', () => {
  const FAILS = { ...MACHINE.atFirst, smallWindow: 'fails' as const, fault: 'hidden' as const };
  const CHOSEN = { promptStyle: 'smallWindow' as const };

  it('is told once', () => {
    expect(faultToTell(CHOSEN, FAILS, NEVER)).toBe('hidden');
    expect(faultToTell(CHOSEN, FAILS, { ...NEVER, windowFault: 'hidden' })).toBeNull();
  });

  it('is told again if it is another one', () => {
    expect(faultToTell(CHOSEN, FAILS, { ...NEVER, windowFault: 'keyboard' })).toBe('hidden');
  });

  it('is not told where the window works, or is not chosen', () => {
    expect(faultToTell(CHOSEN, MACHINE.atFirst, NEVER)).toBeNull();
    expect(faultToTell(CHOSEN, { ...FAILS, smallWindow: 'works' }, NEVER)).toBeNull();
    expect(faultToTell({ promptStyle: 'tab' }, FAILS, NEVER)).toBeNull();
  });
});

describe('asking less', () => {
  it('adds a quarter of an hour, and moves a longer rhythm out of the way', () => {
    expect(askingLess(withSettings({}))).toEqual({
      minutes: 45,
      patch: { rhythms: { short: { intervalMinutes: 45 } } },
    });
    const close = withSettings({ rhythms: { long: { intervalMinutes: 40 } } });
    expect(askingLess(close)?.patch.rhythms).toEqual({
      short: { intervalMinutes: 45 },
      long: { intervalMinutes: 90 },
    });
  });

  it('stops at the longest interval that is offered', () => {
    const only = (intervalMinutes: number) =>
      askingLess(withSettings({ rhythms: { short: { intervalMinutes }, long: { on: false } } }));
    expect(only(110)?.minutes).toBe(120);
    expect(only(120)).toBeNull();
    expect(askingLess(withSettings({ rhythms: { short: null, long: null } }))).toBeNull();
  });
});
