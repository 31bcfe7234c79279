import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { UNFINISHED_KEY } from '../../../core/copy/unfinished.ts';
import type { Pair } from '../../../core/personal/tension.ts';
import { encode } from '../../../core/records/envelope.ts';
import { OUTBOX_KEY } from '../../../core/records/outbox.ts';
import { dayNumber } from '../../../core/time.ts';
import { unfinished } from '../../../shell/copy/begin.ts';
import { finishBegun } from '../../../shell/copy/finish.ts';
import { forgetDays } from '../../../shell/copy/forgetDays.ts';
import { tidy } from '../../../shell/copy/tidy.ts';
import { readDays, readKept } from '../../../shell/storage/dayTotals.ts';
import { changePageRecord, loadPageRecord } from '../../../shell/storage/pageRecords.ts';
import { readLog } from '../../../shell/storage/readLog.ts';
import { changeTrial, loadTrial } from '../../../shell/storage/trialRecord.ts';
import { at, rest, span } from '../../core/days/entries.ts';
import { begins } from '../../entrypoints/background/stories.ts';
import { browser, useBackground } from '../withBackground.ts';
import { closing } from './closing.ts';
import { idsNow, kept, meanwhile, quiet, usePageWithDays, waits } from './pageWithDays.ts';
import { A_TRIAL } from './profile.ts';

useBackground();
usePageWithDays();

/** The clock of the browser stands at nine on this day. */
const TODAY = '2026-03-02';
const day = (date: string) => dayNumber(date);
const forget = (from: string, to = from) =>
  meanwhile(forgetDays({ from: day(from), to: day(to) }, quiet));
const on = (date: string, id: string) => span(`${date}T07:00`, `${date}T08:00`, { id });

describe('deleting days', () => {
  it('takes the days of a trial with them', async () => {
    await begins(browser);
    await changeTrial(() => ({ current: A_TRIAL }));
    await forget('2026-02-22', '2026-02-23');
    expect((await loadTrial()).value.current).toMatchObject({
      pairs: [{ day: day('2026-02-21') }],
      open: null,
      lastDay: null,
    });
  });

  it('takes what was copied and what waits, and leaves the other days', async () => {
    await begins(browser);
    await kept([on('2026-02-24', 'a'), on('2026-02-25', 'b'), on('2026-02-26', 'c')]);
    waits([on('2026-02-25', 'd'), on('2026-02-27', 'e')]);
    expect(await idsNow()).toEqual(['a', 'b', 'c', 'd', 'e']);
    await forget('2026-02-25');
    expect(await idsNow()).toEqual(['a', 'c', 'e']);
    await forget('2026-02-24', '2026-02-27');
    expect(await idsNow()).toEqual([]);
    expect(await unfinished()).toBeNull();
  });

  it('takes the history from before there was a log', async () => {
    await begins(browser);
    const rests = [{ endedAtMs: at('2026-02-20T10:00'), seconds: 600 }];
    browser.data.local['day:2026-02-20'] = encode({ breaks: [], rests });
    browser.data.local['day:2026-02-21'] = encode({
      breaks: [],
      rests: [{ endedAtMs: at('2026-02-21T10:00'), seconds: 600 }],
    });
    expect(await idsNow()).toHaveLength(2);
    await forget('2026-02-20');
    expect(await idsNow()).toHaveLength(1);
    expect(browser.data.local['day:2026-02-20']).toBeUndefined();
    expect(browser.data.local['day:2026-02-21']).toBeDefined();
  });

  it('takes totals and answers, and the totals of other days stay right', async () => {
    await begins(browser);
    await kept([on('2026-02-20', 'a'), on('2026-02-21', 'b')]);
    const totals = async () =>
      (await readDays(day('2026-02-01'), day(TODAY))).days.map(({ day: each, screenSeconds }) => [
        each,
        screenSeconds,
      ]);
    expect(await totals()).toEqual([
      [day('2026-02-20'), 3600],
      [day('2026-02-21'), 3600],
    ]);
    const pair: Pair = {
      date: '2026-02-20',
      atMs: at('2026-02-20T10:00'),
      before: 5,
      after: 3,
      seconds: 300,
      kind: 'stillness',
    };
    await changePageRecord('tension', (tension) => ({
      ...tension,
      pairs: [pair, { ...pair, date: '2026-02-21' }],
    }));
    await forget('2026-02-20');
    expect(await totals()).toEqual([[day('2026-02-21'), 3600]]);
    expect((await loadPageRecord('tension')).value.pairs.map(({ date }) => date)).toEqual([
      '2026-02-21',
    ]);
  });

  it('leaves the part of a span over midnight that belongs to another day', async () => {
    await begins(browser);
    await kept([span('2026-02-20T23:00', '2026-02-21T01:00', { id: 'night' })]);
    waits([span('2026-02-25T23:00', '2026-02-26T01:00', { id: 'late' })]);
    await forget('2026-02-21');
    await forget('2026-02-25');
    const left = await readLog(at('2026-02-20T00:00'), at('2026-02-27T00:00'));
    expect(left.entries.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [at('2026-02-20T23:00'), at('2026-02-21T00:00')],
      [at('2026-02-26T00:00'), at('2026-02-26T01:00')],
    ]);
  });

  it('takes today up to now, and counts on from there', async () => {
    await begins(browser);
    browser.data.typing = true;
    await browser.passes(20);
    await kept([span(`${TODAY}T08:00`, `${TODAY}T08:30`, { id: 'a' })]);
    await forget(TODAY);
    const before = browser.data.nowMs;
    expect(await idsNow()).toEqual([]);
    await browser.passes(10);
    const { running, entries } = await readLog(at(`${TODAY}T00:00`), at('2026-03-03T00:00'));
    expect(entries).toEqual([]);
    expect(running?.fromMs).toBeGreaterThanOrEqual(before);
  });

  it('keeps what a busy background adds meanwhile', async () => {
    await begins(browser);
    waits([on('2026-02-25', 'old')]);
    const deleting = forgetDays({ from: day('2026-02-25'), to: day('2026-02-25') }, quiet);
    await browser.sends({ type: 'startBreak', seconds: 60 });
    await browser.passes(0.2);
    await browser.sends({ type: 'leaveBreak' });
    await meanwhile(deleting);
    const left = await idsNow();
    expect(left).not.toContain('old');
    expect(left.length).toBeGreaterThan(0);
  });

  it('is told as not done if the background gives no answer, and nothing has changed', async () => {
    await begins(browser);
    await kept([on('2026-02-25', 'a')]);
    browser.kills();
    browser.data.wakesOn = [];
    await expect(forget('2026-02-25')).rejects.toThrow();
    expect(await idsNow()).toEqual(['a']);
    expect(await unfinished()).toBeNull();
  });

  it('leaves the outbox of a newer Exhale alone', async () => {
    await begins(browser);
    browser.data.local[OUTBOX_KEY] = { version: 99, value: 1 };
    await expect(forget('2026-02-25')).rejects.toThrow();
    expect(browser.data.local[OUTBOX_KEY]).toEqual({ version: 99, value: 1 });
  });
});

describe('a page that is closed while it deletes', () => {
  it('has deleted all of it or nothing, whichever call it was closed at', async () => {
    await begins(browser);
    const wanted = ['a', 'c', 'e'];
    const before = ['a', 'b', 'c', 'd', 'e'];
    const start = browser.snapshot();
    let hasEnded = false;
    const outcomes = new Set<string>();
    for (let closedAt = 1; !hasEnded; closedAt++) {
      browser.restore(start);
      vi.stubGlobal('indexedDB', new IDBFactory());
      await kept([on('2026-02-24', 'a'), on('2026-02-25', 'b'), on('2026-02-26', 'c')]);
      waits([on('2026-02-25', 'd'), on('2026-02-27', 'e')]);
      const page = closing(closedAt);
      await meanwhile(
        forgetDays({ from: day('2026-02-25'), to: day('2026-02-25') }, quiet).catch(quiet),
      );
      hasEnded = page.ended();
      // No page shows a part of it, even before another has finished it.
      const shown = await idsNow();
      expect([wanted, before], `closed at ${closedAt}`).toContainEqual(shown);
      await meanwhile(finishBegun());
      const after = await idsNow();
      expect(after, `closed at ${closedAt}`).toEqual(shown);
      outcomes.add(after.join());
      expect(browser.data.local[UNFINISHED_KEY]).toBeUndefined();
    }
    expect(outcomes.size).toBe(2);
  });
});

describe('how long days are kept', () => {
  const old = '2025-11-01';
  const young = '2026-02-25';

  it('is without end unless the person chooses', async () => {
    await begins(browser);
    await kept([on('2016-01-01', 'a'), on(young, 'b')]);
    await meanwhile(tidy());
    expect(await idsNow()).toEqual(['a', 'b']);
  });

  it('takes what is older, and keeps the totals of each day', async () => {
    await begins(browser);
    await kept([on(old, 'a'), rest(`${old}T08:00`, `${old}T08:20`, { id: 'r' }), on(young, 'b')]);
    browser.data.local['day:2025-10-01'] = encode({
      breaks: [],
      rests: [{ endedAtMs: at('2025-10-01T10:00'), seconds: 600 }],
    });
    const before = await readDays(day('2025-01-01'), day(TODAY));
    expect(before.days).toHaveLength(3);
    await changePageRecord('keeping', () => ({ keep: 'ninetyDays' }));
    await meanwhile(tidy());
    expect(await idsNow()).toEqual(['b']);
    expect(await readDays(day('2025-01-01'), day(TODAY))).toEqual(before);
    expect((await readKept()).map((each) => each.day)).toEqual([day('2025-10-01'), day(old)]);
    await meanwhile(tidy());
    expect(await readDays(day('2025-01-01'), day(TODAY))).toEqual(before);
  });

  it('leaves 90 days, and two years', async () => {
    await begins(browser);
    await changePageRecord('keeping', () => ({ keep: 'twoYears' }));
    await kept([on('2024-02-20', 'old'), on('2024-04-01', 'young')]);
    await meanwhile(tidy());
    expect(await idsNow()).toEqual(['young']);
  });
});
