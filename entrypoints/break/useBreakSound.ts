import { useEffect, useRef } from 'preact/hooks';
import type { Sounds } from '../../components/sounds.ts';
import { SETTLE_SECONDS } from '../../core/breaks.ts';
import { breathAt, breathCurve, cyclesIn, phasesOf } from '../../core/breath.ts';
import { PATTERNS } from '../../core/patterns.ts';
import type { Settings } from '../../core/settings.ts';
import type { RunningBreak, Stage } from './useStage.ts';

interface Inputs {
  stage: Stage;
  sound: Settings['sound'];
  firstTime: boolean;
  nowMs: () => number;
  openSounds: () => Sounds;
}

/** A bell at both ends of stillness; with a breath, if chosen, a tone that rises and falls with it. */
export function useBreakSound({ stage, sound, firstTime, nowMs, openSounds }: Inputs): void {
  const opened = useRef<Sounds | null>(null);
  const running = stage.is === 'running' ? stage.brk : null;
  const sounds = () => {
    opened.current ??= openSounds();
    opened.current.setHidden(document.hidden);
    return opened.current;
  };

  useEffect(() => {
    const seen = () => opened.current?.setHidden(document.hidden);
    document.addEventListener('visibilitychange', seen);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      opened.current?.close();
    };
  }, []);

  // Breathing is silent until sound is chosen; then eyes may be closed there, too.
  const rings = sound.bell && (running?.kind === 'stillness' || sound.breathing);
  const beginsAtMs = running ? beginsAt(running) : null;
  useEffect(() => {
    if (!rings || beginsAtMs === null || nowMs() > beginsAtMs) return;
    const timer = setTimeout(() => sounds().ring(1, sound.loudness), beginsAtMs - nowMs());
    return () => clearTimeout(timer);
  }, [rings, beginsAtMs]);

  const wasRunning = useRef(false);
  const ended = stage.is === 'echo' || (stage.is === 'over' && !stage.left);
  useEffect(() => {
    if (ended && wasRunning.current) sounds().ring(2, sound.loudness);
    wasRunning.current = rings;
  }, [ended, rings]);

  const paced = running?.kind === 'breathing' && sound.breathing;
  useEffect(() => {
    if (!paced || !running) return;
    return playBreath(running, firstTime, sounds(), sound.loudness, nowMs);
  }, [paced, beginsAtMs, sound.loudness, firstTime]);
}

/** Follows the breath by the clock: one timeout from phase to phase. Gives back what ends it. */
function playBreath(
  brk: RunningBreak,
  firstTime: boolean,
  sounds: Sounds,
  loudnessPercent: number,
  nowMs: () => number,
): () => void {
  const pattern = PATTERNS[brk.pattern ?? 'noticing'];
  const phases = phasesOf(pattern);
  const curve = breathCurve(pattern);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const play = () => {
    const elapsedMs = nowMs() - beginsAt(brk);
    const moment = breathAt(pattern, elapsedMs, cyclesIn(pattern, brk.seconds, firstTime));
    if (moment.phase === 'done') return;
    if (moment.phase === 'settle') {
      timer = setTimeout(play, -elapsedMs);
      return;
    }
    const nth = phases.findIndex(([phase]) => phase === moment.phase);
    const from = curve[nth]?.level ?? 0;
    const to = curve[nth + 1]?.level ?? 0;
    const seconds = (phases[nth]?.[1] ?? 0) * (1 - moment.progress);
    if (from !== to && seconds > 0.3)
      sounds.glide(from + (to - from) * moment.progress, to, seconds, loudnessPercent);
    timer = setTimeout(play, Math.ceil(seconds * 1000) + 1);
  };
  play();
  return () => {
    clearTimeout(timer);
    sounds.hush();
  };
}

export const beginsAt = ({ startedAtMs }: RunningBreak) => startedAtMs + SETTLE_SECONDS * 1000;
