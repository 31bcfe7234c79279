import { useEffect, useRef } from 'preact/hooks';
import type { Sounds } from '../../components/sounds.ts';
import { SETTLE_SECONDS } from '../../core/breaks.ts';
import { type BreathGuide, breathAt, breathCurve, phasesOf } from '../../core/breath.ts';
import type { Guide } from '../../core/guide.ts';
import type { Part } from '../../core/plan.ts';
import type { RunningBreak, Stage } from './useStage.ts';

interface Inputs {
  stage: Stage;
  plan: readonly Part[];
  sound: Guide['sound'];
  /** The breath that is guided now; null while none is. */
  breath: BreathGuide | null;
  nowMs: () => number;
  openSounds: () => Sounds;
}

/** A bell at both ends of stillness; with a breath, if chosen, a tone that rises and falls with it. */
export function useBreakSound({ stage, plan, sound, breath, nowMs, openSounds }: Inputs): void {
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
  const isStill = plan.length === 1 && plan[0]?.is === 'stillness';
  const rings = sound.bell && running !== null && (isStill || sound.breathing);
  const beginsAtMs = running ? beginsAt(running) : null;
  useEffect(() => {
    if (!rings || beginsAtMs === null || nowMs() > beginsAtMs) return;
    const timer = setTimeout(() => sounds().ring(1, sound.loudness), beginsAtMs - nowMs());
    return () => clearTimeout(timer);
  }, [rings, beginsAtMs]);

  const endsStill = plan.at(-1)?.is === 'stillness';
  const endRings = sound.bell && running !== null && (endsStill || sound.breathing);
  const wasRunning = useRef(false);
  const ended = stage.is === 'echo' || (stage.is === 'over' && !stage.left);
  useEffect(() => {
    if (ended && wasRunning.current) sounds().ring(2, sound.loudness);
    wasRunning.current = endRings;
  }, [ended, endRings]);

  const plays = running !== null && sound.breathing && breath !== null && breath.cycles > 0;
  useEffect(() => {
    if (!plays) return;
    return playBreath(breath, sounds(), sound.loudness, nowMs);
  }, [plays, breath?.beginsAtMs, breath?.cycles, sound.loudness]);
}

/** Follows the breath by the clock: one timeout from phase to phase. Gives back what ends it. */
function playBreath(
  { pattern, cycles, beginsAtMs }: BreathGuide,
  sounds: Sounds,
  loudnessPercent: number,
  nowMs: () => number,
): () => void {
  const phases = phasesOf(pattern);
  const curve = breathCurve(pattern);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const play = () => {
    const elapsedMs = nowMs() - beginsAtMs;
    const moment = breathAt(pattern, elapsedMs, cycles);
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
