import { describe, expect, it } from 'vitest';
import { detectionSeconds, surfaces } from '../../../core/engine/surfaces.ts';
import type { State } from '../../../core/records/state.ts';
import { NOTHING_IN_VIEW } from '../../../core/records/state.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { AT, LOCAL, minutes, OPEN, RUNNING, stored, withSettings } from '../atNine.ts';

type Of = Parameters<typeof stored>[0];
const seen = (of: Of = {}, atMs = AT) => surfaces(stored(of), atMs, LOCAL);
const worked = (count: number, more: Partial<State> = {}): Partial<State> => ({
  screenSinceMs: AT - minutes(count),
  countedFromMs: { short: AT - minutes(count), long: AT - minutes(count) },
  ...(count < 30 ? {} : { dueSinceMs: AT - minutes(count - 30) }),
  ...more,
});
const ASK = {
  rhythm: 'short',
  shownAtMs: AT - minutes(0.5),
  times: 1,
  showing: true,
  inFullScreen: false,
};

describe('the icon', () => {
  it('is the tide of the next rhythm', () => {
    expect(seen().icon).toBe('tide-0');
    expect(seen({ state: worked(3.7) }).icon).toBe('tide-0');
    expect(seen({ state: worked(3.75) }).icon).toBe('tide-1');
    expect(seen({ state: worked(15) }).icon).toBe('tide-4');
    expect(seen({ state: worked(29.9) }).icon).toBe('tide-7');
  });

  it('shows that a break is due, even if the prompt has withdrawn or is snoozed', () => {
    expect(seen({ state: worked(30) }).icon).toBe('due');
    expect(seen({ state: worked(31, { ask: ASK }) }).icon).toBe('due');
    expect(seen({ state: worked(31, { ask: { ...ASK, showing: false } }) }).icon).toBe('due');
    expect(seen({ state: worked(31, { snoozedUntilMs: AT + minutes(1) }) }).icon).toBe('due');
  });

  it('is held only while a bad moment holds an ask back', () => {
    const call = { world: { ...NOTHING_IN_VIEW, call: true } };
    expect(seen({ state: worked(31, call) }).icon).toBe('held');
    const fullScreen = { world: { ...NOTHING_IN_VIEW, fullScreen: true } };
    expect(seen({ state: worked(31, fullScreen) }).icon).toBe('held');
    expect(seen({ state: worked(15, call) }).icon).toBe('tide-4');
    const outside = withSettings({ hours: {} });
    expect(seen({ settings: outside, state: worked(31) }).icon).toBe('held');
    const peaceUntilMs = AT + minutes(1);
    expect(seen({ state: worked(31, { peaceUntilMs }) }).icon).toBe('due');
  });

  it('is paused in a pause, outside the hours, or without a rhythm', () => {
    expect(seen({ pause: OPEN, state: worked(31) }).icon).toBe('paused');
    expect(seen({ settings: withSettings({ hours: {} }) }).icon).toBe('paused');
    const none = withSettings({ rhythms: { short: null, long: null } });
    expect(seen({ settings: none, state: { countedFromMs: {} } }).icon).toBe('paused');
  });

  it('is empty in a break', () => {
    const presence = {
      is: 'away' as const,
      sinceMs: AT - 13_000,
      why: 'break' as const,
      breakStartedAtMs: null,
    };
    const broken = seen({ state: worked(31, { break: RUNNING, presence }) });
    expect(broken.icon).toBe('tide-0');
    expect(broken.breakPage).toEqual({ key: AT - 13_000, in: 'tab' });
    expect(broken.prompt).toBeNull();
    const settings = withSettings({ breakIn: 'window' });
    expect(seen({ settings, state: { break: RUNNING, presence } }).breakPage?.in).toBe('window');
    expect(seen().breakPage).toBeNull();
  });
});

describe('the sound of a reminder', () => {
  const asked = (more: Partial<State> = {}, showing = true) => ({
    settings: withSettings({ askSound: true, askLoudness: 30, noticeSeconds: 20 }),
    state: worked(32, {
      ask: { rhythm: 'short', shownAtMs: AT - 5000, times: 1, showing, inFullScreen: false },
      ...more,
    }),
  });
  const ONCE = { key: AT - 5000, loudnessPercent: 30 };

  it('is the same while a notice turns into its question', () => {
    expect(seen(asked()).sound).toEqual(ONCE);
    expect(seen(asked(), AT + 30_000).sound).toEqual(ONCE);
    expect(seen(asked()).prompt?.key).not.toBe(seen(asked(), AT + 30_000).prompt?.key);
  });

  it('is off by default, and there is none without a reminder', () => {
    expect(seen({ ...asked(), settings: withSettings({}) }).sound).toBeNull();
    expect(seen(asked({}, false)).sound).toBeNull();
    expect(seen(asked({ ask: null })).sound).toBeNull();
  });

  it('is never heard in a call, though reminders come then', () => {
    const settings = withSettings({ askSound: true, holdBack: { call: false } });
    const { state } = asked({ world: { ...NOTHING_IN_VIEW, callHeard: true } });
    expect(seen({ settings, state }).prompt).not.toBeNull();
    expect(seen({ settings, state }).sound).toBeNull();
  });
});

describe('the badge', () => {
  const badge = (count: number, more: Partial<State> = {}) =>
    seen({ settings: withSettings({ iconMinutes: 'lastTen' }), state: worked(count, more) })
      .badgeMinutes;

  it('counts the last ten minutes, rounded up', () => {
    expect(badge(19.9)).toBeNull();
    expect(badge(20)).toBe(10);
    expect(badge(20.5)).toBe(10);
    expect(badge(29.9)).toBe(1);
    expect(badge(30)).toBeNull();
  });

  it('is rough before the last ten, if it is always shown', () => {
    const always = (count: number, rhythm = {}) =>
      seen({
        settings: withSettings({
          iconMinutes: 'always',
          rhythms: { short: rhythm, long: { on: false } },
        }),
        state: worked(count),
      }).badgeMinutes;
    expect([19.9, 18, 15, 14.9, 2].map((count) => always(count))).toEqual([15, 15, 15, 20, 30]);
    expect(always(20.5)).toBe(10);
    const slow = { intervalMinutes: 150 };
    expect([0, 29, 30, 89.9, 90].map((count) => always(count, slow))).toEqual([
      121, 121, 121, 61, 60,
    ]);
  });

  it('is absent if switched off, in a pause and in a break', () => {
    expect(seen({ state: worked(25) }).badgeMinutes).toBeNull();
    const settings = withSettings({ iconMinutes: 'lastTen' });
    expect(seen({ settings, pause: OPEN, state: worked(25) }).badgeMinutes).toBeNull();
  });
});

describe('the prompt', () => {
  it('exists while it shows, with a key for each showing', () => {
    expect(seen({ state: worked(31.5, { ask: ASK }) }).prompt).toEqual({
      key: ASK.shownAtMs,
      style: 'smallWindow',
      minutes: 31,
      kind: 'breathing',
      seconds: 60,
      snoozeMinutes: 5,
      noticeSeconds: 0,
      skipAtMs: 0,
      in: 'tab',
      scheme: 'system',
      motion: 'system',
    });
  });

  it('is for the rhythm asked for', () => {
    const settings = withSettings({ promptStyle: 'tab', snoozeMinutes: 9 });
    const ask = { ...ASK, rhythm: 'long' };
    expect(seen({ settings, state: worked(61, { ask }) }).prompt).toMatchObject({
      style: 'tab',
      kind: 'stillness',
      seconds: 300,
      snoozeMinutes: 9,
    });
  });

  it('is softer, not louder, after two skips in a row', () => {
    const asked = (skippedInARow: number) =>
      surfaces(
        {
          ...stored({ state: worked(31, { ask: ASK }) }),
          tally: { ...EMPTY_TALLY, skippedInARow },
        },
        AT,
        LOCAL,
      ).prompt;
    expect(asked(1)).toMatchObject({ kind: 'breathing' });
    expect(asked(2)).toMatchObject({ kind: 'soft', seconds: 60 });
  });

  it('does not exist before, after, or for a removed rhythm', () => {
    expect(seen({ state: worked(31) }).prompt).toBeNull();
    expect(seen({ state: worked(31, { ask: { ...ASK, showing: false } }) }).prompt).toBeNull();
    expect(seen({ state: worked(31, { ask: { ...ASK, rhythm: 'gone' } }) }).prompt).toBeNull();
  });
});

describe('how closely the browser is watched', () => {
  const STILL = { is: 'still' as const, sinceMs: AT - 20_000, fromMs: AT, watched: false };
  it('is usually a minute, or the detection interval if that is shorter', () => {
    expect(seen().detectionSeconds).toBe(60);
    expect(seen({ settings: withSettings({ detectionSeconds: 30 }) }).detectionSeconds).toBe(30);
    expect(seen({ settings: withSettings({ detectionSeconds: 300 }) }).detectionSeconds).toBe(60);
  });

  it('is fifteen seconds while a break is due or the person is expected back', () => {
    expect(seen({ state: worked(31) }).detectionSeconds).toBe(15);
    expect(seen({ state: { presence: STILL } }).detectionSeconds).toBe(15);
    const settings = withSettings({ detectionSeconds: 300 });
    expect(detectionSeconds(stored({ settings }), true)).toBe(15);
    expect(detectionSeconds(stored({ settings }), false)).toBe(60);
  });
});

describe('an ask after two unanswered ones', () => {
  const styleAfter = (unanswered: number, promptStyle: string) =>
    seen({
      state: worked(31, { ask: ASK, unanswered }),
      settings: withSettings({ promptStyle }),
    }).prompt?.style;

  it('is a tab, because the others may not have been seen', () => {
    expect(styleAfter(1, 'smallWindow')).toBe('smallWindow');
    expect(styleAfter(2, 'smallWindow')).toBe('tab');
    expect(styleAfter(2, 'notification')).toBe('tab');
  });

  it('opens nothing if only the icon is chosen', () => {
    expect(styleAfter(9, 'icon')).toBe('icon');
  });
});
