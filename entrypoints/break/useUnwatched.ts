import { useEffect, useRef, useState } from 'preact/hooks';
import { SETTLE_SECONDS } from '../../core/kinds.ts';
import type { RunningBreak } from './useStage.ts';

interface Inputs {
  /** null if no break runs. */
  running: RunningBreak | null;
  /** Whether there was input on the machine within these seconds. */
  inputWithin: (seconds: number) => Promise<boolean>;
  /** The person worked elsewhere for more than half of the break. */
  onUnwatched: () => void;
}

/** Someone who works in another tab is told once, in the title of this tab. */
const HINT_MS = 20_000;
/** The click that left the tab is no work, and browsers can't report less than 15 s. */
const LEADING_AWAY_SECONDS = 2;
const SHORTEST_SECONDS = 15;

/** Whether the tab's title should say that the break goes on, because the person works elsewhere. */
export function useUnwatched({ running, inputWithin, onUnwatched }: Inputs): boolean {
  const [hint, setHint] = useState(false);
  // Not by its start, which moves when the clock is set back.
  const runs = running !== null;
  const halfMs = running ? (running.seconds * 1000) / 2 + SETTLE_SECONDS * 1000 : 0;
  const told = useRef(onUnwatched);
  told.current = onUnwatched;

  useEffect(() => {
    if (!runs) return;
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
  }, [runs, halfMs]);
  return hint;
}
