// @vitest-environment happy-dom

import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Log, LogEntry } from '../../../core/engine/logSchema.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { initialState } from '../../../core/records/state.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { parseScenario } from '../../../core/simulate/scenario.ts';
import { HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import { isTimeZone } from '../../../scripts/zone.ts';
import { t } from '../../../shell/words/t.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { openSettings, press, settle } from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(cleanup);

const NOON_MS = Date.UTC(2026, 2, 2, 12);
const SITE = 'bank.example';

const entry = (atMs: number, rest: Partial<LogEntry>): LogEntry => ({
  atMs,
  offsetMinutes: 0,
  lastLookAtMs: atMs - MINUTE_MS,
  alarmAtMs: null,
  detectionSeconds: 60,
  event: { type: 'looked' },
  seen: {
    idle: 'active',
    quietSeconds: 0,
    sound: false,
    fullScreen: false,
    call: false,
    site: false,
    callHeard: false,
    elsewhere: false,
    ...rest.seen,
  },
  outcomes: [],
  reason: null,
  ...rest,
});
const seen = (given: Partial<LogEntry['seen']>) => ({ ...entry(0, {}).seen, ...given });

/** From the day before to shortly after the clock was set back by an hour. */
const LOG: Log = [
  {
    before: {
      settings: { ...DEFAULT_SETTINGS, quietSites: [SITE] },
      state: initialState(NOON_MS - 27 * HOUR_MS),
      pause: null,
      slower: null,
      asks: [],
      tally: EMPTY_TALLY,
    },
    entries: [
      entry(NOON_MS - 27 * HOUR_MS, { event: { type: 'started' } }),
      entry(NOON_MS, {
        event: { type: 'alarmRang', dueAtMs: NOON_MS },
        seen: seen({ sound: true }),
        outcomes: [
          { type: 'prompt', rhythm: 'short' },
          { type: 'phase', phase: 'prompted' },
        ],
      }),
      entry(NOON_MS - 50 * MINUTE_MS, {
        event: { type: 'snooze', minutes: 5 },
        seen: seen({ idle: 'idle', quietSeconds: 20 }),
        lastLookAtMs: NOON_MS + 10 * MINUTE_MS,
        outcomes: [{ type: 'phase', phase: 'snoozed' }],
        reason: 'snoozed',
      }),
      entry(NOON_MS - 50 * MINUTE_MS + 30_000, {
        event: { type: 'changeSettings', patch: { quietSites: [SITE], [SITE]: true } },
        outcomes: [{ type: 'refused', field: SITE }],
      }),
      entry(NOON_MS - 49 * MINUTE_MS, { event: { type: 'careRead' } }),
    ],
  },
];

/** A clipboard that takes what is copied, or refuses it. */
function copies(takes = true): () => string {
  let last = '';
  vi.stubGlobal('navigator', {
    userAgent: 'a browser',
    clipboard: {
      writeText: async (text: string) => {
        if (!takes) throw new Error('not allowed');
        last = text;
      },
    },
  });
  return () => last;
}

describe('What Exhale sees', () => {
  it('is not read until it is opened', async () => {
    const { deeds } = openSettings();
    await settle();
    expect(deeds.look).not.toHaveBeenCalled();
    await press('What Exhale sees');
    expect(deeds.look).toHaveBeenCalledTimes(1);
  });

  it('tells the system’s report, the last input, the next look, and what was late', async () => {
    openSettings({
      sees: { idle: 'idle', quietSeconds: 75, alarmAtMs: 2_000_000, faults: 2 },
    });
    await press('What Exhale sees');
    const said = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
    expect(said[0]).toBe('nobody there');
    expect(said[1]).toMatch(/^1 min ago, at /);
    expect(said[2]).toMatch(/^at /);
    expect(said[3]).toBe('2');
    expect(screen.getByText('none yet')).toBeTruthy();
    expect(screen.queryByText('Copy as a day to replay')).toBeNull();
  });

  it('lists decisions with their time and cause, the newest first by arrival', async () => {
    openSettings({ sees: { atMs: NOON_MS, log: LOG } });
    await press('What Exhale sees');
    const items = [...document.querySelectorAll('main li')].map(({ textContent }) =>
      // Some versions of ICU write a narrow space before AM.
      textContent.replaceAll('\u202f', ' '),
    );
    expect(items).toEqual([
      '11:11:00 AMdone you read the safety note',
      '11:10:30 AMvalue refused settings changed',
      '11:10:00 AMno reminder: “Later” was chosen you chose “Later”The clock was set back by 1 h.',
      '12:00:00 PMreminder shown alarm',
      'Mar 1, 9:00:00 AMnothing to do Exhale started',
    ]);
  });

  it('is copied as text, one line a decision, and names no site', async () => {
    const copied = copies();
    openSettings({ sees: { atMs: NOON_MS, log: LOG } });
    await press('What Exhale sees');
    await press('Copy as text');
    const lines = copied().split('\n');
    expect(lines[0]).toMatch(/^Exhale 1\.0 · /);
    expect(lines.slice(5)).toEqual([
      '',
      '2026-03-01T09:00:00+00:00 started | active | -> nothing',
      '2026-03-02T12:00:00+00:00 alarmRang due 2026-03-02T12:00:00 | active sound | -> prompt rhythm=short, phase=prompted',
      '2026-03-02T11:10:00+00:00 snooze minutes=5 | idle for 20 s | -> phase=snoozed | silent: snoozed | clock set back by 3600 s',
      '2026-03-02T11:10:30+00:00 changeSettings quietSites | active | -> refused',
      '2026-03-02T11:11:00+00:00 careRead | active | -> nothing',
      '',
    ]);
    expect(copied()).not.toContain('bank.example');
    expect(screen.getByText('Copied')).toBeTruthy();
  });

  it('is copied as a day that the simulator plays', async () => {
    const copied = copies();
    openSettings({ sees: { atMs: NOON_MS, log: LOG } });
    await press('What Exhale sees');
    await press('Copy as a day to replay');
    expect(copied()).toMatch(/^.+\n$/);
    expect(parseScenario(JSON.parse(copied()), isTimeZone)).toMatchObject({ ok: true });
    expect(copied()).not.toContain('bank.example');
  });

  it('shows what it could not copy', async () => {
    copies(false);
    openSettings({ sees: { atMs: NOON_MS, log: LOG } });
    await press('What Exhale sees');
    await press('Copy as a day to replay');
    expect(document.querySelector('textarea')?.value).toMatch(/^\{"id":"log"/);
  });

  it('says so when there is no answer', async () => {
    openSettings({ deeds: { look: async () => null } });
    await press('What Exhale sees');
    expect(screen.getByText(t('sees_noAnswer'))).toBeTruthy();
  });

  it.each(['inputWhileIdle', 'neverIdle'] as const)(
    'offers to count by the clock when the system is plainly wrong: %s',
    async (lies) => {
      const { page } = openSettings({ deeds: { lies: async () => lies } });
      await settle();
      expect(screen.getByText(/reports can’t be right/)).toBeTruthy();
      await press('Count while the browser is open');
      expect(page.stored.presence).toBe('clock');
      expect(screen.queryByText(/reports can’t be right/)).toBeNull();
    },
  );
});
