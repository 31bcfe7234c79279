import { useEffect, useRef, useState } from 'preact/hooks';
import { TWO_BELLS_SECONDS } from '../../components/sounds/sounds.ts';
import { isTaken } from '../../core/kinds.ts';
import type { Break } from '../../core/records/state.ts';
import { useNextChange } from './useNextChange.ts';

export type RunningBreak = Pick<
  Break,
  'kind' | 'pattern' | 'seconds' | 'startedAtMs' | 'endsAtMs' | 'doesNotCount' | 'drawn'
>;

/**
 * What the page shows. `echo` is the silence after the last bells; `goOn` says that today the break is put off;
 * `gone` is the fade before the page closes.
 */
export type Stage =
  | { is: 'none' }
  | { is: 'care' }
  | { is: 'running' | 'echo'; session: RunningBreak }
  | { is: 'over'; session: RunningBreak; left: boolean; taken: boolean }
  | { is: 'goOn'; backAtMs: number }
  | { is: 'gone' };

interface Inputs {
  session: RunningBreak | null;
  /** A safety note has to be read first. */
  mustRead: boolean;
  /** The break is put off until then; else null. */
  backAtMs: number | null;
  /** Something is asked after the break, even if it is left before half. */
  asksAfter: boolean;
  /** It ends in the dark, and a bell rings at the end. */
  endsStill: (session: RunningBreak) => boolean;
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
 * The store forgets a break as soon as it ends. The page remembers the last one, so that it can say what
 * happened.
 */
export function useStage(inputs: Inputs) {
  const { session, mustRead, backAtMs, endsStill, bell, nowMs, onLeave, onFinish, onBack } = inputs;
  const atMs = nowMs();
  const shown = useRef(session);
  /** When the store forgot this break. */
  const forgotten = useRef<number | null>(null);
  if (session) shown.current = session;
  forgotten.current = session ? null : (forgotten.current ?? atMs);
  /** The break that was left and is not over for the page. `of` is its start. */
  const [left, setLeft] = useState<{ of: number; taken: boolean } | null>(null);
  const [echoOver, setEchoOver] = useState<number | null>(null);
  const [goneFrom, setGoneFrom] = useState<number | null>(null);
  const finished = useRef<number | null>(null);

  const known = shown.current;
  const ended = known !== null && known.endsAtMs <= (forgotten.current ?? atMs);
  const stage = stageAt();
  useNextChange(nextChangeAtMs(), nowMs);

  useEffect(() => {
    if (!ended || session === null || mustRead || finished.current === session.startedAtMs) return;
    finished.current = session.startedAtMs;
    onFinish();
  });

  // It was ended elsewhere before half, so there is nothing to say.
  const endedElsewhere = stage.is === 'gone' && goneFrom === null;
  useEffect(() => {
    if (endedElsewhere) back();
  }, [endedElsewhere]);

  function back() {
    const of = known?.startedAtMs ?? 0;
    setGoneFrom(of);
    setTimeout(() => {
      // A break that began during the fade needs the page.
      if ((shown.current?.startedAtMs ?? 0) !== of) return;
      onBack();
      // If going back failed, don't leave the person with an empty page.
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
      const taken = isTaken(known, nowMs());
      if (taken || inputs.asksAfter) {
        setLeft({ of: known.startedAtMs, taken });
        return;
      }
    }
    if (stage.is === 'care' && session) onLeave();
    if (stage.is !== 'gone') back();
  }

  function stageAt(): Stage {
    if (goneFrom === (known?.startedAtMs ?? 0)) return { is: 'gone' };
    if (known === null) return { is: 'none' };
    if (backAtMs !== null) return { is: 'goOn', backAtMs };
    if (mustRead) return { is: 'care' };
    if (left?.of === known.startedAtMs) return over(known, true, left.taken);
    if (ended) return ending(known);
    if (session) return { is: 'running', session };
    return isTaken(known, forgotten.current ?? atMs) ? over(known, true) : { is: 'gone' };
  }

  function ending(running: RunningBreak): Stage {
    return echoes(running) ? { is: 'echo', session: running } : over(running, false);
  }

  /** After the bells of a break that ends in the dark, there is silence for a while. */
  function echoes(running: RunningBreak): boolean {
    const silent = atMs >= running.endsAtMs + ECHO_MS;
    return endsStill(running) && bell && echoOver !== running.startedAtMs && !silent;
  }

  function nextChangeAtMs(): number | null {
    if (stage.is === 'running') return stage.session.endsAtMs;
    if (stage.is === 'echo') return stage.session.endsAtMs + ECHO_MS;
    return null;
  }

  return {
    stage,
    leave,
    back,
    endEcho: () => setEchoOver(known?.startedAtMs ?? null),
  };
}

const over = (session: RunningBreak, left: boolean, taken = true): Stage => ({
  is: 'over',
  session,
  left,
  taken,
});
