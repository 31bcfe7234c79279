import { useEffect, useRef, useState } from 'preact/hooks';
import { playCue, playVibration } from '../../components/sounds/playCue.ts';
import { localVoice, onVoices } from '../../components/sounds/voice.ts';
import type { Sounds } from '../../components/sounds.ts';
import { SETTLE_SECONDS } from '../../core/breaks.ts';
import { cyclesIn } from '../../core/breath.ts';
import type { Cue } from '../../core/cues.ts';
import { PATTERNS, type Pattern, type PatternId } from '../../core/patterns.ts';
import type { Settings } from '../../core/settings.ts';
import type { RunningBreak, Stage } from './useStage.ts';

export interface Cues {
  /** How a breath is heard, if it is to be heard at all. */
  cue: Cue;
  /** A breath is felt, heard or not. */
  vibration: boolean;
  voiceName: string;
  /** Low noise throughout stillness. */
  noise: boolean;
}

interface Inputs {
  stage: Stage;
  sound: Settings['sound'];
  cues?: Cues;
  firstTime: boolean;
  patternOf?: (id: PatternId) => Pattern;
  nowMs: () => number;
  openSounds: () => Sounds;
}

const PLAIN: Cues = { cue: 'tone', vibration: false, voiceName: '', noise: false };

/** A bell at both ends of stillness and, if chosen, noise between; with a breath, if chosen, its cue. */
export function useBreakSound(inputs: Inputs): void {
  const { stage, sound, cues = PLAIN, firstTime, nowMs, openSounds } = inputs;
  const { patternOf = (id) => PATTERNS[id] } = inputs;
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

  const murmurs = cues.noise && running?.kind === 'stillness';
  useEffect(() => {
    if (!murmurs) return;
    sounds().noise(true, sound.loudness);
  }, [murmurs, sound.loudness]);
  useEffect(() => (murmurs ? () => opened.current?.noise(false, 0) : undefined), [murmurs]);

  const voiceName = useVoice(cues);
  const breathes = running?.kind === 'breathing';
  const guide = () => {
    if (!breathes) return null;
    const pattern = patternOf(running.pattern ?? 'noticing');
    const cycles = cyclesIn(pattern, running.seconds, firstTime);
    return cycles > 0 ? { pattern, cycles, beginsAtMs: beginsAt(running) } : null;
  };

  const isHeard = breathes && sound.breathing;
  const heardAs = [cues.cue, voiceName, sound.loudness];
  useEffect(() => {
    const followed = isHeard ? guide() : null;
    if (followed === null) return;
    const played = { cue: cues.cue, voiceName: cues.voiceName, loudnessPercent: sound.loudness };
    return playCue(followed, played, { sounds, nowMs });
  }, [isHeard, beginsAtMs, firstTime, ...heardAs]);

  const isFelt = breathes && cues.vibration;
  useEffect(() => {
    const followed = isFelt ? guide() : null;
    return followed === null ? undefined : playVibration(followed, nowMs);
  }, [isFelt, beginsAtMs, firstTime]);
}

/** The voice that speaks now, if one does: the browser may find its voices late. */
function useVoice({ cue, voiceName }: Cues): string | null {
  const [, look] = useState({});
  const speaks = cue === 'voice';
  useEffect(() => (speaks ? onVoices(() => look({})) : undefined), [speaks]);
  return speaks ? (localVoice(voiceName)?.voiceURI ?? null) : null;
}

export const beginsAt = ({ startedAtMs }: RunningBreak) => startedAtMs + SETTLE_SECONDS * 1000;
