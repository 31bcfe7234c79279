import { useEffect, useRef } from 'preact/hooks';
import type { Sounds } from '../../components/sounds/sounds.ts';
import { sayLine } from '../../components/sounds/voice.ts';
import type { ScriptLine } from '../../core/breaks/timeline.ts';
import { SECOND_MS } from '../../core/time.ts';
import { spoken } from './exercise/ScriptLines.tsx';
import { followLines } from './followLines.ts';
import { readAloud } from './readAloud.ts';
import type { Reading } from './useReading.ts';

interface Inputs {
  lines: readonly ScriptLine[];
  /** When the settling ends. */
  beginsAtMs: number;
  isRunning: boolean;
  /** The break has ended by itself. */
  ended: boolean;
  reading: Pick<Reading, 'by' | 'voice' | 'onRead'>;
  bell: boolean;
  loudness: number;
  voiceLoudness: number;
  sounds: () => Sounds;
  nowMs: () => number;
}

/** A bell later than this calls to nothing new. */
const FRESH_MS = 1000;

/** A voice reads the lines to someone who doesn't look. Without one, or when it fails, a bell calls them. */
export function useHeardLines(inputs: Inputs): void {
  const { lines, beginsAtMs, isRunning, ended, reading, nowMs, voiceLoudness } = inputs;
  const { by, voice } = reading;
  const now = useRef(inputs);
  now.current = inputs;
  const call = () => now.current.bell && now.current.sounds().mark(now.current.loudness);
  const atMs = ({ atSeconds }: ScriptLine) => beginsAtMs + atSeconds * SECOND_MS;

  const reads = isRunning && by === 'voice' && voice !== null;
  useEffect(() => {
    if (!reads) return;
    return readAloud({
      lines: lines
        .slice(0, -1)
        .map((line) => ({ atMs: atMs(line), words: (line.aloud && spoken(line)) || null })),
      voice,
      loudnessPercent: voiceLoudness,
      nowMs,
      onRead(read) {
        if (!read) call();
        now.current.reading.onRead(read);
      },
    });
  }, [reads, voice?.voiceURI, voiceLoudness, lines, beginsAtMs]);

  // The last line is shown on the next page. It is read only if no bell tells the end.
  const wasReading = useRef(false);
  useEffect(() => {
    const end = lines.at(-1);
    const tells = ended && wasReading.current && !inputs.bell && voice !== null && end?.aloud;
    wasReading.current = reads;
    return tells ? sayLine(spoken(end), voice, voiceLoudness, () => {}) : undefined;
  }, [ended, reads]);

  const marks = isRunning && by === 'bell';
  useEffect(() => {
    if (!marks) return;
    const marked = lines.map((line) => ({ atMs: atMs(line), isMarked: line.marked }));
    return followLines(marked, nowMs, (line, lateMs) => {
      if (line?.isMarked && lateMs < FRESH_MS) call();
    });
  }, [marks, lines, beginsAtMs]);
}
