import { describe, expect, it } from 'vitest';
import { isTimeToTell, tellingOf } from '../../../core/devices/telling.ts';
import { DEVICES, type Devices } from '../../../core/records/devices.ts';
import type { State } from '../../../core/records/state.ts';
import { awaySince } from '../../../core/records/state.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { AT, minutes, stored } from '../atNine.ts';

const at = (nowMs: number, state: Partial<State> = {}) =>
  tellingOf(
    stored({ state: { inputAtMs: nowMs, seenAtMs: nowMs, ...state } }).state,
    DEVICES.atFirst,
    nowMs,
  );
const LEFT = { presence: awaySince(AT - minutes(5), 'unseen'), inputAtMs: AT - minutes(5) };

/** A device that wrote this at nine. */
const wrote = (told = at(AT), rest: Partial<Devices> = {}): Devices => ({
  ...DEVICES.atFirst,
  on: true,
  told,
  triesMs: [AT],
  ...rest,
});

describe('what a device tells', () => {
  it('is when a person was last at its screen, and not what it heard of others', () => {
    const elsewhere = { presence: awaySince(AT - 1, 'unseen'), inputAtMs: AT - minutes(9) };
    expect(at(AT, elsewhere).seenMs).toBe(AT - minutes(9));
  });

  it('counts a film as being there', () => {
    const watching = {
      presence: { is: 'present' as const, fromMs: AT - 1 },
      inputAtMs: AT - minutes(30),
    };
    expect(at(AT, watching).seenMs).toBe(AT - 1);
  });

  it('counts a film without any input as being there', () => {
    const watching = {
      presence: { is: 'still' as const, sinceMs: AT - 1, fromMs: AT - minutes(40), watched: true },
      inputAtMs: AT - minutes(30),
    };
    expect(at(AT, watching)).toMatchObject({ seenMs: AT - 1, left: false });
  });

  it('says that nobody is at this screen, even if there is a person at another', () => {
    const elsewhere = { presence: awaySince(AT - 1, 'unseen'), inputAtMs: AT - minutes(9) };
    expect(at(AT, elsewhere).left).toBe(true);
  });

  it('that counts by the clock is that a person was there when a button was pressed', () => {
    const clock = (state: Partial<State>) =>
      tellingOf(stored({ state }).state, DEVICES.atFirst, AT, 'clock');
    const restarts = { short: { atMs: AT - 9 } };
    expect(clock({ inputAtMs: AT })).toMatchObject({ seenMs: 0, left: true });
    const lastAction = { type: 'skip', atMs: AT - 9 };
    expect(clock({ lastAction, restarts })).toMatchObject({ seenMs: AT - 9, restarts });
    expect(clock({ lastAction, restarts, unanswered: 1 }).restarts).toEqual({});
  });

  it('leaves out what it heard of others, who know it', () => {
    const state = {
      restarts: { short: { atMs: AT - 9 }, long: { atMs: AT - 8, there: true } },
      breakEndedAtMs: AT - 8,
      breakThereMs: AT - 8,
      snoozedUntilMs: AT + 8,
      snoozeThereMs: AT + 8,
    };
    expect(at(AT, state)).toMatchObject({
      restarts: { short: { atMs: AT - 9 } },
      breakEndedAtMs: null,
      snoozedUntilMs: null,
    });
    expect(at(AT, state).restarts).not.toHaveProperty('long');
  });

  it('is what it knows of each other device', () => {
    const heard = { other: { wroteMs: AT, seenMs: AT - 7, lateMs: [] } };
    expect(tellingOf(stored().state, { ...DEVICES.atFirst, heard }, AT).knows).toEqual({
      other: AT - 7,
    });
  });
});

describe('it is time to tell', () => {
  it('at first', () => {
    expect(isTimeToTell({ ...DEVICES.atFirst, on: true }, at(AT), false)).toBe(true);
  });

  it.each([
    ['every ten minutes of work', 10 * MINUTE_MS, {}, false, true],
    ['not sooner', 10 * MINUTE_MS - 1, {}, false, false],
    ['never while nobody is there', 10 * MINUTE_MS, LEFT, false, false],
    ['after a change of the settings', 90 * SECOND_MS, {}, true, true],
    ['a little later, if it can wait', 90 * SECOND_MS - 1, {}, true, false],
    ['at once after a break', 1, { breakEndedAtMs: AT }, false, true],
    ['at once after a skip', 1, { restarts: { short: { atMs: AT } } }, false, true],
    ['at once after “Later”', 1, { snoozedUntilMs: AT + 9 }, false, true],
  ] as const)('%s', (_, laterMs, state, changed, expected) => {
    const told = state === LEFT ? at(AT, LEFT) : at(AT);
    expect(isTimeToTell(wrote(told), at(AT + laterMs, state), changed)).toBe(expected);
  });

  it('when the person left or came back', () => {
    const left = at(AT + minutes(2), LEFT);
    expect(isTimeToTell(wrote(), left, false)).toBe(true);
    expect(isTimeToTell(wrote({ ...left, wroteMs: AT }), at(AT + minutes(2)), false)).toBe(true);
  });

  it('after the clock was set back', () => {
    expect(isTimeToTell(wrote(), at(AT - minutes(30)), false)).toBe(true);
  });

  it('only after ten minutes if the browser refused the last', () => {
    const refused = wrote(at(AT), { refused: true });
    expect(isTimeToTell(refused, at(AT + minutes(9), { breakEndedAtMs: AT }), true)).toBe(false);
    expect(isTimeToTell(refused, at(AT + minutes(10)), true)).toBe(true);
  });

  it('less than 60 times an hour, whatever happens', () => {
    let devices = wrote();
    let writes = 0;
    for (let second = 0; second < 3600; second++) {
      const nowMs = AT + second * SECOND_MS;
      const now = at(nowMs, { snoozedUntilMs: nowMs });
      if (!isTimeToTell(devices, now, true)) continue;
      writes++;
      devices = { ...devices, told: now, triesMs: [...devices.triesMs, nowMs] };
    }
    expect(writes).toBeGreaterThan(40);
    expect(writes).toBeLessThan(60);
  });
});
