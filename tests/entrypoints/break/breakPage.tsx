import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { vi } from 'vitest';
import type { Sounds } from '../../../components/sounds/sounds.ts';
import {
  type BreakPreferences,
  DEFAULT_PREFERENCES,
  withPreferencesPatch,
} from '../../../core/breaks/preferences.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { Break, type BreakProps } from '../../../entrypoints/break/Break.tsx';
import type { RunningBreak } from '../../../entrypoints/break/useStage.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { pageClock } from '../../components/pageClock.ts';

export const LONG_EXHALE = { kind: 'breathing', pattern: 'longExhale' } as const;
/** Every safety note has been read. */
const READ = {
  careRead: { holds: true, massage: true, movement: true, eyes: true },
} as const;
export const STILLNESS = { kind: 'stillness', pattern: null } as const;

/** A break that began this long ago. */
export function begun(
  how: Pick<RunningBreak, 'kind' | 'pattern' | 'drawn'> = LONG_EXHALE,
  { seconds = 60, secondsAgo = 0 } = {},
): RunningBreak {
  const startedAtMs = Date.now() - secondsAgo * 1000;
  return { ...how, seconds, startedAtMs, endsAtMs: startedAtMs + (3 + seconds) * 1000 };
}

interface Opened {
  session?: RunningBreak | null;
  settings?: Partial<Settings>;
  preferences?: Partial<BreakPreferences>;
  /** There is input while the page is hidden. */
  worksOn?: boolean;
  firstEver?: boolean;
  hushed?: BreakProps['hushed'];
  evening?: boolean;
  /** How many breaks of each kind were taken before. */
  takenByKind?: Record<string, number>;
  /** Changes of the preferences are stored only after `kept`: storage is slower than a message. */
  slowly?: boolean;
}

/** A page for breaks with its own clock and nothing open yet. End it with `close`. */
export function breakPage() {
  speakEnglish();
  const clock = pageClock();
  const told: string[] = [];

  /** Opens it with a small background that forgets a break when it ends or is left. */
  function open({
    session = begun(),
    settings = {},
    preferences = {},
    firstEver = false,
    hushed = null,
    evening = false,
    takenByKind = { water: 1 },
    worksOn = false,
    slowly = false,
  }: Opened = {}) {
    const openedAtMs = clock.nowMs();
    const sounds: Sounds = {
      ring: (times) => told.push(`ring ${times}`),
      mark: () => told.push('mark'),
      chime: () => told.push('chime'),
      ringAt: (atMs) => {
        told.push(`bells at ${Math.round((atMs - openedAtMs) / 1000)}`);
        const bell = setTimeout(() => told.push('ring 2'), atMs - clock.nowMs());
        return () => clearTimeout(bell);
      },
      breathe: (_guide, cue) => {
        told.push(`breathe by ${cue}`);
        return () => told.push('breathe no more');
      },
      noise: (on) => told.push(on ? 'noise' : 'no noise'),
      setHidden: (hidden) => told.push(hidden ? 'fade' : 'sound'),
      close: () => {},
    };
    let forget: () => void = () => {};
    let keep: () => void = () => {};
    let begin: (next: RunningBreak) => void = () => {};
    let count: (counts: Record<string, number>) => void = () => {};
    function Page() {
      const [running, setRunning] = useState(session);
      const [counts, setCounts] = useState(takenByKind);
      const [first, setFirst] = useState(firstEver);
      const [kept, setKept] = useState<BreakPreferences>({
        ...DEFAULT_PREFERENCES,
        ...READ,
        ...preferences,
      });
      forget = () => setRunning(null);
      begin = (next) => setRunning(next);
      count = setCounts;
      const tell = (what: string) => told.push(what);
      const props: BreakProps = {
        session: running,
        settings: { ...DEFAULT_SETTINGS, ...settings },
        preferences: kept,
        hushed,
        evening,
        takenByKind: counts,
        firstEver: first,
        firstTime: false,
        nowMs: clock.nowMs,
        onLeave: () => {
          tell('leave');
          setRunning(null);
        },
        onFinish: () => {
          tell('finish');
          setRunning(null);
        },
        onBack: () => tell('back'),
        onBegin: () => {
          tell('begin');
          setRunning(begun());
        },
        onCareRead: () => {
          tell('care read');
          setFirst(false);
          setRunning((now) => now && begun(now));
        },
        onPreferences: (patch) => {
          keep = () => setKept((now) => withPreferencesPatch(now, patch) as BreakPreferences);
          if (!slowly) keep();
        },
        onWaitForCaution: () => {
          tell('read first');
          setRunning((now) => now && { ...now, doesNotCount: true });
        },
        fillScreen: () => {
          tell('fill');
          return () => tell('unfill');
        },
        muteOthers: () => {
          tell('mute');
          return () => tell('unmute');
        },
        onUnwatched: () => tell('markUnwatched'),
        inputWithin: async () => worksOn,
        openSounds: () => sounds,
      };
      return <Break {...props} />;
    }
    render(<Page />);
    return {
      forget: () => act(() => forget()),
      kept: () => act(() => keep()),
      counted: (counts: Record<string, number>) => act(() => count(counts)),
      becomes: (next: RunningBreak) => act(() => begin(next)),
    };
  }

  return {
    clock,
    /** What the page told the background, and what sounded. */
    told,
    open,
    /** What the page told the background. */
    did: () =>
      told.filter(
        (what) => !/^(sound|fade|ring|mark|say|cancel|bells|breathe|noise|no noise)/.test(what),
      ),
    /** Without the sounds of hiding and showing the page. */
    heard: () => told.filter((what) => !/^(sound|fade|bells at \d+)$/.test(what)),
    close: () => {
      cleanup();
      vi.useRealTimers();
      document.body.innerHTML = '';
    },
  };
}

/** The current line of the script. */
export const line = () =>
  document.querySelector('[role="status"] [data-now="true"]')?.textContent ?? null;
export const press = (key: string, more = {}) => fireEvent.keyDown(document.body, { key, ...more });
export const release = (key: string) => fireEvent.keyUp(document.body, { key });
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
