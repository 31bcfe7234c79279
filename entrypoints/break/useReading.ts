import { useEffect, useState } from 'preact/hooks';
import { askingForVoicesWarns } from '../../components/sounds/voice.ts';
import type { Part } from '../../core/breaks/plan.ts';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import type { By } from '../../core/breaks/scripts.ts';
import { useVoice } from './useVoice.ts';

interface Inputs {
  plan: readonly Part[];
  preferences: BreakPreferences;
  /** The current sound of bells. */
  bell: boolean;
  hushed: boolean;
  /** The start of the break. */
  startedAtMs: number;
}

export interface Reading {
  /** How the lines reach someone who doesn't look. */
  by: By;
  voice: SpeechSynthesisVoice | null;
  /** The lines are written, too: there is no voice, or it has just failed. */
  written: boolean;
  /** What the controls say of the voice: `none`: there is none. null: there is nothing to read. */
  shown: BreakPreferences['readAloud'] | 'none' | null;
  /** The voice has read a line, or could not. */
  onRead: (read: boolean) => void;
}

/** Voices are found within this time, or there are none. Linux may take eight seconds. */
const FINDING_MS = 10_000;
/** A voice that fails so often in a row is given up for this break. */
const TOO_MANY_FAILURES = 2;

/** Whether a voice reads the lines of this break, and whether that is offered. */
export function useReading({ plan, preferences, bell, hushed, startedAtMs }: Inputs): Reading {
  const { readAloud, voice: name } = preferences;
  const [failures, setFailures] = useState({ of: startedAtMs, inARow: 0 });
  const [searched, setSearched] = useState(false);
  const isAway = !hushed && plan.some(({ is }) => is !== 'breathing');
  const wanted = isAway && (readAloud === 'on' || !askingForVoicesWarns());
  const found = useVoice(wanted, name);
  useEffect(() => {
    setSearched(false);
    if (!wanted) return;
    const timer = setTimeout(setSearched, FINDING_MS, true);
    return () => clearTimeout(timer);
  }, [wanted]);

  const fails = failures.of === startedAtMs && failures.inARow >= TOO_MANY_FAILURES;
  const voice = readAloud === 'on' && !fails ? found : null;
  const isThere = found !== null || !wanted;
  const missing = readAloud === 'on' && (searched || fails) ? 'none' : null;
  return {
    by: voice !== null ? 'voice' : bell ? 'bell' : 'sight',
    voice,
    written: voice === null || failures.inARow > 0,
    shown: !isAway ? null : isThere && !fails ? readAloud : missing,
    onRead: (read) =>
      setFailures((before) => ({
        of: startedAtMs,
        inARow: read || before.of !== startedAtMs ? Number(!read) : before.inARow + 1,
      })),
  };
}
