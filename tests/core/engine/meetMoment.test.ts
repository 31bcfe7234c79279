import { describe, expect, it } from 'vitest';
import type { Event, Seen } from '../../../core/engine/event.ts';
import { step } from '../../../core/engine/step.ts';
import { view } from '../../../core/engine/view.ts';
import type { Ask, State } from '../../../core/records/state.ts';
import { NOTHING_IN_VIEW } from '../../../core/records/state.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { AT, LOCAL, minutes, SEEN, stored, withSettings } from '../atNine.ts';

const IMPATIENT = withSettings({ patienceMinutes: 0 });

/** The short break has been due for a while and was not asked for. */
const due = (more: Partial<State> = {}, forMinutes = 1): Partial<State> => ({
  seenAtMs: AT - minutes(0.5),
  inputAtMs: AT - minutes(0.5),
  screenSinceMs: AT - minutes(30 + forMinutes),
  countedFromMs: { short: AT - minutes(30 + forMinutes), long: AT - minutes(30 + forMinutes) },
  dueSinceMs: AT - minutes(forMinutes),
  phase: 'due',
  ...more,
});
const asked = (more: Partial<Ask> = {}): Ask => ({
  rhythm: 'short',
  shownAtMs: AT - minutes(0.5),
  times: 1,
  showing: true,
  inFullScreen: false,
  ...more,
});
const then = (before: Stored, seen: Partial<Seen> = {}, event: Event = { type: 'looked' }) =>
  step(before, event, { ...SEEN, ...seen });
const prompts = ({ outcomes }: ReturnType<typeof step>) =>
  outcomes.filter(({ type }) => type === 'prompt').length;

describe('the asks of the last hour', () => {
  it('are kept, including the visible one, and older ones are forgotten', () => {
    const asks = [AT - minutes(60) - 1, AT - minutes(60), AT - minutes(59)];
    const told = then(stored({ settings: IMPATIENT, asks, state: due() }));
    expect(prompts(told)).toBe(1);
    expect(told.stored.asks).toEqual([AT - minutes(60), AT - minutes(59), AT]);
    expect(told.stored.tally.promptsEver).toBe(1);
  });

  it('delay the next one by the first of the last four, in whatever order they are stored', () => {
    const asks = [20, 50, 30, 40].map((ago) => AT - minutes(ago));
    const before = stored({ settings: IMPATIENT, asks, state: due() });
    expect(prompts(then(before))).toBe(0);
    expect(view(then(before).stored, AT, LOCAL).silence).toMatchObject({
      reason: 'limit',
      untilMs: AT + minutes(10) + 1000,
    });
  });
});

describe('an ask that another program held back', () => {
  const heldFor = (heldMinutes: number, seen: Partial<Seen> = {}) => {
    const heldSinceMs = AT - minutes(heldMinutes);
    const world = { ...NOTHING_IN_VIEW, elsewhere: true };
    const state = due({ world, held: true, heldSinceMs }, heldMinutes + 1);
    return then(stored({ settings: IMPATIENT, state }), seen);
  };

  it('is counted if it waited for five minutes, at the switch back', () => {
    const back = heldFor(5);
    expect(prompts(back)).toBe(1);
    expect(back.stored.tally.heldElsewhere).toBe(1);
    expect(heldFor(4.9).stored.tally.heldElsewhere).toBe(0);
    expect(heldFor(9, { elsewhere: true }).stored.tally.heldElsewhere).toBe(0);
  });

  it('is counted once, although it waits for patience then', () => {
    const world = { ...NOTHING_IN_VIEW, elsewhere: true };
    const state = due({ world, held: true, heldSinceMs: AT - minutes(9) }, 10);
    const settings = withSettings({ patienceMinutes: 30 });
    const back = then(stored({ settings, state })).stored;
    const later = then(back, { atMs: AT + minutes(1) }).stored;
    expect(later.tally.heldElsewhere).toBe(1);
  });
});

describe('the last showing of an ask', () => {
  const last = (sinceMinutesAgo: number, more: Partial<State> = {}, patch: object = {}) => {
    const sinceMs = AT - minutes(sinceMinutesAgo);
    const presence = { is: 'still' as const, sinceMs, fromMs: AT - minutes(90), watched: false };
    const ask = asked({ shownAtMs: AT - minutes(1.5), times: 3 });
    return then(
      stored({
        settings: withSettings(patch),
        state: due({ ask, presence, inputAtMs: sinceMs, ...more }, 20),
      }),
      { idle: 'idle', quietSeconds: sinceMinutesAgo * 60 },
    );
  };

  it('is given up if the person left after it', () => {
    expect(last(0.25).stored.state.ask).toBeNull();
    expect(last(0.5).stored.state.ask).toBeNull();
    expect(last(0.5).stored.state.unanswered).toBe(1);
  });

  it('waits for a person who left while it was shown, and is not shown again', () => {
    const told = last(0.75, {}, { snoozeMinutes: 1 });
    expect(told.stored.state.ask).toMatchObject({ times: 3, showing: false });
    expect(prompts(told)).toBe(0);
  });

  it('does not restart the count before the moment it ended, if given up', () => {
    const presence = {
      is: 'away' as const,
      sinceMs: AT - minutes(0.4),
      why: 'locked' as const,
      breakStartedAtMs: null,
    };
    const ask = asked({ shownAtMs: AT - minutes(1.5), times: 3 });
    const { state } = then(stored({ state: due({ ask, presence }, 20) }), {
      idle: 'locked',
    }).stored;
    expect(state.ask).toBeNull();
    expect(state.countedFromMs.short).toBe(AT - minutes(0.5));
  });
});

describe('an ask that is given up late', () => {
  /** The last showing of the long break's ask ended half a minute ago. Meanwhile the short one falls due. */
  const before = (() => {
    const ask = asked({ rhythm: 'long', shownAtMs: AT - minutes(1.5), times: 3 });
    const countedFromMs = { short: AT - minutes(30.25), long: AT - minutes(90) };
    return stored({ state: due({ ask, countedFromMs, seenAtMs: AT - minutes(1) }, 30) });
  })();
  const working = (more: Partial<Seen> = {}): Partial<Seen> => ({ quietSeconds: 0, ...more });

  it('does not restart a rhythm that fell due after its minute', () => {
    const { state } = then(before, working()).stored;
    expect(state.ask).toBeNull();
    expect(state.countedFromMs).toEqual({ short: AT - minutes(30.25), long: AT - minutes(0.5) });
  });

  it('has the same result as one that is given up in time', () => {
    const inTime = then(before, working({ atMs: AT - minutes(0.5) })).stored;
    expect(then(inTime, working()).stored).toEqual(then(before, working()).stored);
  });
});

describe('a prompt that was shown to someone working in full screen', () => {
  const full = { ...NOTHING_IN_VIEW, fullScreen: true };
  const before = stored({ state: due({ world: full, ask: asked({ inFullScreen: true }) }, 20) });

  it('stays while full screen lasts', () => {
    const { ask } = then(before, { fullScreen: true }).stored.state;
    expect(ask).toMatchObject({ showing: true, inFullScreen: true });
  });

  it('is like any other when full screen has ended', () => {
    const { stored: later } = then(before);
    expect(later.state.ask).toMatchObject({ showing: true, inFullScreen: false });
    expect(then(later, { fullScreen: true }).stored.state.ask?.showing).toBe(false);
  });

  it('is withdrawn for a call', () => {
    expect(then(before, { fullScreen: true, call: true }).stored.state.ask?.showing).toBe(false);
  });
});

describe('a switch of tab twenty minutes after due', () => {
  const switched = (seen: Partial<Seen>) =>
    prompts(then(stored({ state: due({}, 20) }), seen, { type: 'tabSwitched' }));

  it('is a good moment in full screen, but in no other bad moment', () => {
    expect(switched({ fullScreen: true })).toBe(1);
    expect(switched({ call: true })).toBe(0);
    expect(switched({ fullScreen: true, call: true })).toBe(0);
  });
});

describe('patience', () => {
  it('counts from the due time, even if that is seen later', () => {
    const { state } = then(stored({ state: due() })).stored;
    expect(state).toMatchObject({ waitingSinceMs: AT - minutes(1), held: false });
  });

  it('counts from the end of the quiet minute', () => {
    const peaceUntilMs = AT - minutes(0.3);
    expect(then(stored({ state: due({ peaceUntilMs }) })).stored.state.waitingSinceMs).toBe(
      peaceUntilMs,
    );
  });

  it('is interrupted by a bad moment, even one that overlaps an absence', () => {
    const presence = {
      is: 'away' as const,
      sinceMs: AT - minutes(1.2),
      why: 'locked' as const,
      breakStartedAtMs: null,
    };
    const waiting = { waitingSinceMs: AT - minutes(0.9), presence };
    const locked = { idle: 'locked' as const };
    const { state } = then(stored({ state: due(waiting, 5) }), { ...locked, call: true }).stored;
    expect(state).toMatchObject({ heldSinceMs: AT, held: true });
    // How long the absence was is known only on return.
    expect(then(stored({ state: due(waiting, 5) }), locked).stored.state.waitingSinceMs).toBe(
      AT - minutes(0.9),
    );
  });

  it('is not held back by a bad moment that was over before anything was due', () => {
    const fresh = stored({ state: { held: true, waitingSinceMs: AT - minutes(5) } });
    expect(then(fresh).stored.state).toMatchObject({ held: false, waitingSinceMs: null });
  });
});

describe('in a break', () => {
  it('no moment is good or bad', () => {
    const running = {
      rhythm: 'short',
      kind: 'breathing' as const,
      pattern: 'even' as const,
      seconds: 60,
      startedAtMs: AT - minutes(0.5),
      endsAtMs: AT + minutes(0.5),
      clears: ['short'],
      wasDue: true,
    };
    const told = then(stored({ settings: IMPATIENT, state: due({ break: running }) }));
    expect(prompts(told)).toBe(0);
    expect(told.stored.state.held).toBe(false);
  });
});

describe('an alarm that rings late', () => {
  const rings = (lateMs: number, seenAgoMs: number) =>
    then(
      stored({ settings: IMPATIENT, state: due({ seenAtMs: AT - seenAgoMs }) }),
      {},
      { type: 'alarmRang', dueAtMs: AT - lateMs },
    );

  it('by a minute tells of a sleep, so nothing is asked for another', () => {
    const told = rings(minutes(1), minutes(1.5));
    expect(prompts(told)).toBe(0);
    expect(told.stored.state.peaceUntilMs).toBe(AT + minutes(1));
    expect(told.stored.state.waitingSinceMs).toBeNull();
  });

  it('by less than a minute asks', () => {
    expect(prompts(rings(minutes(1) - 1, minutes(1.5)))).toBe(1);
  });

  it('by hours asks, if there was a look a moment ago', () => {
    expect(prompts(rings(minutes(180), minutes(1) - 1))).toBe(1);
  });
});
