import { useEffect, useRef, useState } from 'preact/hooks';
import { SETTLE_SECONDS } from '../../core/kinds.ts';
import type { RunningBreak } from './useStage.ts';

interface Inputs {
  /** null while no break runs. */
  running: RunningBreak | null;
  /** Whether there was input anywhere within so many seconds. */
  inputWithin: (seconds: number) => Promise<boolean>;
  /** More than half of the break went by out of view while somebody worked. */
  onUnwatched: () => void;
}

/** Whoever works on in another tab is told once, softly: in the title of this one. */
const HINT_MS = 20_000;
/** The click that led away is no work; and less than 15 s no browser can tell. */
const LEADING_AWAY_SECONDS = 2;
const SHORTEST_SECONDS = 15;

/** Whether the title of the tab says that the break goes on: the person works elsewhere. */
export function useUnwatched({ running, inputWithin, onUnwatched }: Inputs): boolean {
  const [hint, setHint] = useState(false);
  const startedAtMs = running?.startedAtMs ?? null;
  const halfMs = running ? (running.seconds * 1000) / 2 + SETTLE_SECONDS * 1000 : 0;
  const told = useRef(onUnwatched);
  told.current = onUnwatched;

  useEffect(() => {
    if (startedAtMs === null) return;
    let hinted = false;
    let hiddenBeforeMs = 0;
    let hiddenAt: number | null = null;
    let timers: ReturnType<typeof setTimeout>[] = [];
    const worked = (sinceMs: number) =>
      inputWithin(Math.max(SHORTEST_SECONDS, Math.floor(sinceMs / 1000) - LEADING_AWAY_SECONDS));
    const stop = () => {
      for (const timer of timers) clearTimeout(timer);
      timers = [];
    };
    const seen = () => {
      stop();
      const at = performance.now();
      if (hiddenAt !== null) hiddenBeforeMs += at - hiddenAt;
      hiddenAt = document.hidden ? at : null;
      if (hiddenAt === null) {
        setHint(false);
        return;
      }
      const say = async () => {
        if (hinted || !(await worked(HINT_MS))) return;
        hinted = true;
        setHint(document.hidden);
      };
      const leave = async () => {
        if (hiddenAt !== null && (await worked(performance.now() - hiddenAt))) told.current();
      };
      timers = [
        setTimeout(() => void say(), HINT_MS),
        setTimeout(() => void leave(), Math.max(SHORTEST_SECONDS * 1000, halfMs - hiddenBeforeMs)),
      ];
    };
    seen();
    document.addEventListener('visibilitychange', seen);
    return () => {
      stop();
      setHint(false);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [startedAtMs, halfMs]);
  return hint;
}
