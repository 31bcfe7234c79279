import { describe, expect, it } from 'vitest';
import {
  type Decision,
  entriesOf,
  overdueSinceMs,
  setBackMs,
  withDecision,
} from '../../../core/engine/log.ts';
import type { Log } from '../../../core/engine/logSchema.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { initialState } from '../../../core/records/state.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { localBy, MINUTE_MS } from '../../../core/time.ts';
import { SEEN } from '../atNine.ts';

const NINE_MS = Date.UTC(2026, 2, 2, 9);
const BERLIN = 60;

interface Given extends Partial<Omit<Decision, 'before' | 'seen'>> {
  seen?: Partial<Decision['seen']>;
  lastLookAtMs?: number;
  offsetMinutes?: number;
}

/** A look at nine, a minute after the last one, that changes nothing. */
function decision(given: Given = {}): Decision {
  const { seen, lastLookAtMs, offsetMinutes = BERLIN, ...rest } = given;
  const atMs = seen?.atMs ?? NINE_MS;
  return {
    before: {
      settings: DEFAULT_SETTINGS,
      state: initialState(lastLookAtMs ?? atMs - MINUTE_MS),
      pause: null,
      slower: null,
      asks: [],
      tally: EMPTY_TALLY,
    },
    event: { type: 'looked' },
    seen: {
      ...SEEN,
      atMs,
      local: localBy(atMs, offsetMinutes),
      ...seen,
    },
    outcomes: [],
    reason: null,
    ...rest,
  };
}

const begun: Log = withDecision([], decision());
const rang = (dueAtMs: number): Given => ({ event: { type: 'alarmRang', dueAtMs } });

describe('the log', () => {
  it('begins with the first event and with what was stored before it', () => {
    expect(begun).toHaveLength(1);
    expect(begun[0]?.before).toEqual(decision().before);
    expect(begun[0]?.entries).toMatchObject([
      { atMs: NINE_MS, offsetMinutes: BERLIN, event: { type: 'looked' } },
    ]);
  });

  it.each([
    ['a look that finds all as it was', {}],
    ['more stillness', { seen: { quietSeconds: 30 } }],
    ['an alarm in its time', rang(NINE_MS - 4000)],
  ] satisfies [string, Given][])('is left as it is by %s', (_, given) => {
    expect(withDecision(begun, decision(given))).toBe(begun);
  });

  it.each([
    ['an outcome', { outcomes: [{ type: 'prompt', rhythm: 'short', atMs: NINE_MS }] }],
    ['a command', { event: { type: 'dismiss' } }],
    ['a start', { event: { type: 'started' } }],
    ['a tab switch', { event: { type: 'tabSwitched' } }],
    ['a page load', { event: { type: 'pageLoaded' } }],
    ['another idle state', { seen: { idle: 'locked' } }],
    ['sound', { seen: { sound: true } }],
    ['full screen', { seen: { fullScreen: true } }],
    ['another reason', { reason: 'paused' }],
    ['another time zone', { offsetMinutes: 540 }],
    ['a clock that was set back', { lastLookAtMs: NINE_MS + 1000 }],
    ['an alarm that came late', rang(NINE_MS - 5000)],
  ] satisfies [string, Given][])('gets longer by %s', (_, given) => {
    const longer = withDecision(begun, decision(given));
    expect(entriesOf(longer)).toHaveLength(2);
    expect(longer[0]?.before).toBe(begun[0]?.before);
  });

  it('keeps a short form of each outcome', () => {
    const outcomes: Decision['outcomes'] = [
      { type: 'prompt-withdrawn', atMs: NINE_MS },
      {
        type: 'break-left',
        atMs: NINE_MS,
        rhythm: 'long',
        kind: 'neck',
        pattern: null,
        seconds: 60,
        startedAtMs: NINE_MS,
      },
      { type: 'natural-rest', seconds: 400, atMs: NINE_MS },
      { type: 'phase', phase: 'away', atMs: NINE_MS },
    ];
    expect(entriesOf(withDecision(begun, decision({ outcomes })))[1]?.outcomes).toEqual([
      { type: 'prompt-withdrawn' },
      { type: 'break-left', rhythm: 'long', kind: 'neck', seconds: 60 },
      { type: 'natural-rest', seconds: 400 },
      { type: 'phase', phase: 'away' },
    ]);
  });

  it('says how far the clock was set back, after a look and after an alarm', () => {
    const byOf = (given: Given) =>
      setBackMs(entriesOf(withDecision([], decision(given)))[0] as never);
    expect(byOf({ lastLookAtMs: NINE_MS + 60 * MINUTE_MS })).toBe(60 * MINUTE_MS);
    const lastLookAtMs = NINE_MS + 60 * MINUTE_MS;
    expect(byOf({ ...rang(NINE_MS + 61 * MINUTE_MS), lastLookAtMs })).toBe(61 * MINUTE_MS);
    expect(byOf(rang(NINE_MS + 61 * MINUTE_MS))).toBe(0);
    expect(byOf({ lastLookAtMs: NINE_MS + 999 })).toBe(0);
    expect(byOf({})).toBe(0);
  });

  it('says when a late alarm was due', () => {
    const sinceOf = (given: Given) =>
      overdueSinceMs(entriesOf(withDecision([], decision(given)))[0] as never);
    expect(sinceOf(rang(NINE_MS - 5000))).toBe(NINE_MS - 5000);
    expect(sinceOf(rang(NINE_MS - 4999))).toBeNull();
    expect(sinceOf({})).toBeNull();
  });

  it('drops its older part when the newer one is full', () => {
    let log: Log = [];
    for (let minute = 0; minute < 7; minute++)
      log = withDecision(
        log,
        decision({ event: { type: 'tabSwitched' }, seen: { atMs: NINE_MS + minute * MINUTE_MS } }),
        3,
      );
    expect(log.map(({ entries }) => entries.length)).toEqual([3, 1]);
    expect(entriesOf(log).map(({ atMs }) => (atMs - NINE_MS) / MINUTE_MS)).toEqual([3, 4, 5, 6]);
    expect(log[0]?.before.state.seenAtMs).toBe(NINE_MS + 2 * MINUTE_MS);
  });
});
