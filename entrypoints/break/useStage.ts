import { useEffect, useRef, useState } from 'preact/hooks';
import { useNextChange } from '../../components/live/useNextChange.ts';
import { TWO_BELLS_SECONDS } from '../../components/sounds/sounds.ts';
import { isTaken } from '../../core/kinds.ts';
import type { Break } from '../../core/records/state.ts';

export type RunningBreak = Pick<
  Break,
  'kind' | 'pattern' | 'seconds' | 'startedAtMs' | 'endsAtMs' | 'void'
>;

/**
 * What the page shows. `echo` is the silence after the last bells, before the screen changes; `gone` is
 * the fading of the page that is about to close.
 */
export type Stage =
  | { is: 'none' }
  | { is: 'care' }
  | { is: 'running' | 'echo'; brk: RunningBreak }
  | { is: 'over'; brk: RunningBreak; left: boolean }
  | { is: 'gone' };

interface Inputs {
  brk: RunningBreak | null;
  /** Something has to be read first. */
  mustRead: boolean;
  /** It ends in the dark, where a bell tells that it is over. */
  endsStill: (brk: RunningBreak) => boolean;
  bell: boolean;
  nowMs: () => number;
  onLeave: () => void;
  onFinish: () => void;
  onBack: () => void;
}

export const ECHO_MS = (TWO_BELLS_SECONDS + 5) * 1000;
const FADE_MS = 300;
const STRANDED_MS = 2000;

/**
 * The store forgets a break as soon as it ends; the page remembers the one that it showed, so that it
 * can say what happened.
 */
export function useStage(inputs: Inputs) {
  const { brk, mustRead, endsStill, bell, nowMs, onLeave, onFinish, onBack } = inputs;
  const atMs = nowMs();
  const shown = useRef(brk);
  /** When the store forgot the break that is shown. */
  const forgotten = useRef<number | null>(null);
  if (brk) shown.current = brk;
  forgotten.current = brk ? null : (forgotten.current ?? atMs);
  /** The start of the break that was left, finished, gone from. */
  const [leftOf, setLeftOf] = useState<number | null>(null);
  const [echoOver, setEchoOver] = useState<number | null>(null);
  const [goneFrom, setGoneFrom] = useState<number | null>(null);
  const finished = useRef<number | null>(null);

  const known = shown.current;
  const ended = known !== null && known.endsAtMs <= (forgotten.current ?? atMs);
  const stage = stageAt();
  useNextChange(nextChangeAtMs(), nowMs);

  useEffect(() => {
    if (!ended || brk === null || mustRead || finished.current === brk.startedAtMs) return;
    finished.current = brk.startedAtMs;
    onFinish();
  });

  // It was ended somewhere else before half of it: there is nothing to say.
  const endedElsewhere = stage.is === 'gone' && goneFrom === null;
  useEffect(() => {
    if (endedElsewhere) back();
  }, [endedElsewhere]);

  function back() {
    setGoneFrom(known?.startedAtMs ?? 0);
    setTimeout(() => {
      onBack();
      // Nobody is left before an empty page when going back did not work.
      setTimeout(forget, STRANDED_MS);
    }, FADE_MS);
  }

  function forget() {
    shown.current = null;
    setGoneFrom(null);
  }

  function leave() {
    if (stage.is === 'running' && known) {
      onLeave();
      if (isTaken(known, nowMs())) {
        setLeftOf(known.startedAtMs);
        return;
      }
    }
    if (stage.is === 'care' && brk) onLeave();
    if (stage.is !== 'gone') back();
  }

  function stageAt(): Stage {
    if (goneFrom !== null && goneFrom === (known?.startedAtMs ?? 0)) return { is: 'gone' };
    if (known === null) return { is: 'none' };
    if (mustRead) return { is: 'care' };
    if (leftOf === known.startedAtMs) return { is: 'over', brk: known, left: true };
    if (ended) {
      const echoes = endsStill(known) && bell && echoOver !== known.startedAtMs;
      const silent = atMs >= known.endsAtMs + ECHO_MS;
      return echoes && !silent
        ? { is: 'echo', brk: known }
        : { is: 'over', brk: known, left: false };
    }
    if (brk) return { is: 'running', brk };
    const taken = isTaken(known, forgotten.current ?? atMs);
    return taken ? { is: 'over', brk: known, left: true } : { is: 'gone' };
  }

  function nextChangeAtMs(): number | null {
    if (stage.is === 'running') return stage.brk.endsAtMs;
    if (stage.is === 'echo') return stage.brk.endsAtMs + ECHO_MS;
    return null;
  }

  return {
    stage,
    leave,
    back,
    endEcho: () => setEchoOver(known?.startedAtMs ?? null),
  };
}
