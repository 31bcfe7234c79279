import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { vi } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { NEVER_ASKED, type Tension } from '../../../core/personal/tension.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { Break, type BreakProps } from '../../../entrypoints/break/Break.tsx';
import type { RunningBreak } from '../../../entrypoints/break/useStage.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { pageClock } from '../../components/pageClock.ts';
import { QUIET_WORLD } from './quietWorld.ts';

export const QUESTION = 'How tense do you feel right now?';
export const BREAK = 'A breathing break';
export const DATE = '2026-03-02';

let clock: ReturnType<typeof pageClock>;

/** Before each test: English, and a clock that moves when told. */
export function begin() {
  speakEnglish();
  clock = pageClock();
}
export function end() {
  cleanup();
  vi.useRealTimers();
}
export const pass = (seconds: number) => clock.pass(seconds);
export const nowMs = () => clock.nowMs();

interface Given {
  seconds?: number;
  secondsAgo?: number;
  snoozed?: boolean;
  switchedOn?: boolean;
  stored?: Tension;
  dice?: number;
  firstEver?: boolean;
}

/** The page of a break, with the little background it needs here. */
export function opened(given: Given = {}) {
  const { seconds = 180, secondsAgo = 0, snoozed = false, switchedOn = true, dice = 0 } = given;
  const told: string[] = [];
  let stored = given.stored ?? NEVER_ASKED;
  const lasting = (reads: boolean): RunningBreak => {
    const startedAtMs = clock.nowMs();
    const endsAtMs = startedAtMs + (3 + seconds + (reads ? 300 : 0)) * 1000;
    const session = {
      kind: 'breathing',
      pattern: 'longExhale',
      seconds,
      startedAtMs,
      endsAtMs,
    } as const;
    return reads ? { ...session, doesNotCount: true } : session;
  };
  let now: RunningBreak | null = null;
  function Page() {
    const [session, setBrk] = useState<RunningBreak | null>(() => {
      const begun = lasting(given.firstEver ?? false);
      const agoMs = secondsAgo * 1000;
      return {
        ...begun,
        startedAtMs: begun.startedAtMs - agoMs,
        endsAtMs: begun.endsAtMs - agoMs,
      };
    });
    const [tension, setTension] = useState(stored);
    const [firstEver, setFirstEver] = useState(given.firstEver ?? false);
    now = session;
    const gone = (what: string) => () => {
      told.push(what);
      setBrk(null);
    };
    const props: BreakProps = {
      session,
      settings: DEFAULT_SETTINGS,
      preferences: DEFAULT_PREFERENCES,
      firstEver,
      tension: switchedOn
        ? {
            tension,
            // The end of the previous break; later, the end of this one.
            of: session === null ? 2 : 1,
            snoozed,
            date: DATE,
            dice,
            change: (change) => {
              stored = change(stored);
              setTension(stored);
            },
          }
        : undefined,
      nowMs: clock.nowMs,
      ...QUIET_WORLD,
      onLeave: gone('leave'),
      onFinish: gone('finish'),
      onBack: () => told.push('back'),
      onBegin: () => told.push('begin'),
      onWaitForCaution: () => {
        told.push('read first');
        setBrk(lasting(true));
      },
      onCareRead: () => {
        told.push('care read');
        setFirstEver(false);
        setBrk((running) => running && lasting(false));
      },
    };
    return <Break {...props} />;
  }
  const { unmount } = render(<Page />);
  // Keys pressed sooner are meant for what was there before.
  clock.pass(1);
  return {
    told,
    stored: () => stored,
    session: () => now,
    unmount,
    /** Until the break is over. */
    finish: () => clock.pass(seconds + 3),
  };
}
export const heading = () => document.querySelector('h1')?.textContent;
export const round = (rating: number) => screen.getByRole('radio', { name: String(rating) });
export const chosen = () => screen.queryByRole('radio', { checked: true })?.textContent ?? null;
export const press = (key: string, target: Element = document.body) => {
  fireEvent.keyDown(target, { key });
  fireEvent.keyUp(target, { key });
};
export const click = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const tap = (rating: number) => fireEvent.click(round(rating), { detail: 1 });
