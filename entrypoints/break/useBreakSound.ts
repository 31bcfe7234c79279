import { useEffect, useRef } from 'preact/hooks';
import { playCue, playVibration } from '../../components/sounds/playCue.ts';
import type { Sounds } from '../../components/sounds/sounds.ts';
import type { BreathGuide } from '../../core/breaks/breath.ts';
import type { Part } from '../../core/breaks/plan.ts';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import type { ScriptLine } from '../../core/breaks/timeline.ts';
import { SETTLE_SECONDS } from '../../core/kinds.ts';
import { useHeardLines } from './useHeardLines.ts';
import type { Reading } from './useReading.ts';
import type { RunningBreak, Stage } from './useStage.ts';
import { useVoice } from './useVoice.ts';

export type Heard = Pick<
  BreakPreferences,
  'sound' | 'cue' | 'vibration' | 'voice' | 'voiceLoudness' | 'noise'
>;

interface Inputs {
  stage: Stage;
  plan: readonly Part[];
  /** The current activity. */
  doing: Part['is'];
  heard: Heard;
  lines: readonly ScriptLine[];
  reading: Pick<Reading, 'by' | 'voice' | 'onRead'>;
  /** The guided breath; null if there is none. */
  breath: BreathGuide | null;
  nowMs: () => number;
  openSounds: () => Sounds;
}

/** The last bell is on the audio clock this long before, and at once when the page is hidden. */
const LAST_BELL_AHEAD_MS = 5000;

/**
 * A bell at the end of every break, and at the beginning of stillness, with noise between if chosen; the chosen
 * cue during a breath.
 */
export function useBreakSound(inputs: Inputs): void {
  const { stage, plan, doing, heard, breath, nowMs, openSounds } = inputs;
  const { sound, cue } = heard;
  const opened = useRef<Sounds | null>(null);
  const running = stage.is === 'running' ? stage.session : null;
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

  // Breathing is silent until sound is chosen. Then eyes may be closed there too.
  const begins = running !== null && plan[0]?.is === 'stillness';
  const ringsFirst = sound.bell && (begins || (running !== null && sound.breathing));
  const beginsAtMs = running ? beginsAt(running) : null;
  useEffect(() => {
    if (!ringsFirst || beginsAtMs === null || nowMs() > beginsAtMs) return;
    const timer = setTimeout(() => sounds().ring(1, sound.loudness), beginsAtMs - nowMs());
    return () => clearTimeout(timer);
  }, [ringsFirst, beginsAtMs]);

  const endsAtMs = running?.endsAtMs ?? null;
  const silence = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (!sound.bell || endsAtMs === null || nowMs() >= endsAtMs) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hidden);
    };
    const schedule = () => {
      end();
      silence.current = sounds().ringAt(endsAtMs, sound.loudness);
    };
    const hidden = () => {
      if (document.hidden) schedule();
    };
    if (document.hidden) schedule();
    else timer = setTimeout(schedule, endsAtMs - LAST_BELL_AHEAD_MS - nowMs());
    document.addEventListener('visibilitychange', hidden);
    return () => {
      end();
      // The break was left. One that has ended rings on.
      if (nowMs() < endsAtMs) silence.current?.();
    };
  }, [sound.bell, sound.loudness, endsAtMs]);
  useEffect(() => {
    if (!sound.bell) silence.current?.();
  }, [sound.bell]);

  const murmurs = heard.noise && running !== null && doing === 'stillness';
  useEffect(() => {
    if (!murmurs) return;
    sounds().noise(true, sound.loudness);
  }, [murmurs, sound.loudness]);
  useEffect(() => (murmurs ? () => opened.current?.noise(false, 0) : undefined), [murmurs]);

  useHeardLines({
    ...inputs,
    ...sound,
    beginsAtMs: 'session' in stage ? beginsAt(stage.session) : 0,
    isRunning: running !== null,
    ended: stage.is === 'echo' || (stage.is === 'over' && !stage.left),
    voiceLoudness: heard.voiceLoudness,
    sounds,
  });

  const voice = useVoice(cue === 'voice', heard.voice);
  const breathes = running !== null && breath !== null && breath.cycles > 0;
  const which = [breath?.beginsAtMs, breath?.cycles];
  const isHeard = breathes && sound.breathing;
  useEffect(() => {
    if (!isHeard) return;
    return playCue(breath, { ...sound, ...heard }, { sounds, nowMs });
  }, [isHeard, cue, voice?.voiceURI, sound.loudness, heard.voiceLoudness, ...which]);

  const isFelt = breathes && heard.vibration;
  useEffect(() => (isFelt ? playVibration(breath, nowMs) : undefined), [isFelt, ...which]);
}

export const beginsAt = ({ startedAtMs }: RunningBreak) => startedAtMs + SETTLE_SECONDS * 1000;
