import { sayLine } from '../../components/sounds/voice.ts';
import { followLines, type TimedLine } from './followLines.ts';

interface LineToRead extends TimedLine {
  /** null: it is not read. */
  words: string | null;
}

interface Reading {
  lines: readonly LineToRead[];
  voice: SpeechSynthesisVoice;
  loudnessPercent: number;
  nowMs: () => number;
  /** Whether the voice has read a line. If not, something else takes its place. */
  onRead: (read: boolean) => void;
}

/** A line that began earlier is not begun if the next one would cut it off. */
const LATE_MS = 1000;
const TOO_SHORT_MS = 2500;

/** Reads each line aloud when it begins. Returns a function that ends it. */
export function readAloud(reading: Reading): () => void {
  const { lines, voice, loudnessPercent, nowMs, onRead } = reading;
  let cut = () => {};
  const unfollow = followLines(lines, nowMs, (line, lateMs) => {
    cut();
    if (line === null || line.words === null) return;
    const next = lines[lines.indexOf(line) + 1];
    const isShort = next !== undefined && next.atMs - nowMs() < TOO_SHORT_MS;
    if (lateMs < LATE_MS || !isShort) cut = sayLine(line.words, voice, loudnessPercent, onRead);
  });
  return () => {
    unfollow();
    cut();
  };
}
