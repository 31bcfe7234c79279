import { render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { begun, type Trial } from '../../../core/trial/trial.ts';
import { Break, type BreakProps } from '../../../entrypoints/break/Break.tsx';
import type { RunningBreak } from '../../../entrypoints/break/useStage.ts';
import type { pageClock } from '../../components/pageClock.ts';
import { QUIET_WORLD } from './quietWorld.ts';

export const DAY = 20_514;
/** The end of the last break. */
export const OF = 7;

interface Given {
  trial?: Trial;
  coin?: boolean;
  seconds?: number;
  /** It was begun by hand. */
  isDue?: boolean;
  firstEver?: boolean;
  /** Nothing can be stored. */
  isFull?: boolean;
}

/** The page of a break on a day of a trial, with the little background that it needs. */
export function openedOn(clock: ReturnType<typeof pageClock>, given: Given = {}) {
  const { coin = true, seconds = 300, isDue = true, firstEver = false, isFull = false } = given;
  const told: string[] = [];
  let stored = given.trial ?? begun(1);
  const lasting = (reads: boolean): RunningBreak => {
    const startedAtMs = clock.nowMs();
    const endsAtMs = startedAtMs + (3 + seconds + (reads ? 300 : 0)) * 1000;
    const running = { kind: 'water', pattern: null, seconds, startedAtMs, endsAtMs } as const;
    return reads ? { ...running, doesNotCount: true } : running;
  };
  function Page() {
    const [session, setSession] = useState<RunningBreak | null>(() => lasting(firstEver));
    const [trial, setTrial] = useState(stored);
    const [first, setFirst] = useState(firstEver);
    const gone = (what: string) => () => {
      told.push(what);
      setSession(null);
    };
    const props: BreakProps = {
      session,
      settings: DEFAULT_SETTINGS,
      preferences: {
        ...DEFAULT_PREFERENCES,
        careRead: { holds: true, massage: true, movement: true, eyes: true },
      },
      firstEver: first,
      trial: {
        trial,
        of: session === null ? OF + 1 : OF,
        day: DAY,
        isDue,
        toss: () => {
          told.push('toss');
          return coin;
        },
        change: async (change) => {
          if (isFull) return null;
          stored = change(stored);
          setTrial(stored);
          return stored;
        },
        onPutOff: gone('put off'),
      },
      nowMs: clock.nowMs,
      ...QUIET_WORLD,
      onLeave: gone('leave'),
      onFinish: gone('finish'),
      onBack: () => told.push('back'),
      onBegin: () => told.push('begin'),
      onWaitForCaution: () => setSession(lasting(true)),
      onCareRead: () => {
        told.push('care read');
        setFirst(false);
        setSession((running) => running && lasting(false));
      },
    };
    return <Break {...props} />;
  }
  render(<Page />);
  // Keys pressed sooner are meant for what was there before.
  clock.pass(1);
  return { told, stored: () => stored };
}
