import { language, t } from '../../shell/words/t.ts';
import type { Phase } from './followPhases.ts';
import { volume } from './shares.ts';

const SLOWLY = 0.8;
const READING = 0.9;

/** Voices may hang. One that has not begun after this, or goes on for longer than its words take, is given up. */
const BEGINS_WITHIN_MS = 2500;
const SLOWEST_MS_PER_LETTER = 200;

const SAID = {
  in: 'break_say_in',
  topUp: 'break_say_topUp',
  hold: 'break_say_hold',
  out: 'break_say_out',
  holdOut: 'break_say_holdOut',
} as const satisfies Record<Phase, string>;

const speech = (): SpeechSynthesis | undefined => globalThis.speechSynthesis;

/**
 * The voices on this machine that speak the reader's language. Other voices would send the words to a server.
 * The list may come late: `onVoices` tells.
 */
export function localVoices(): SpeechSynthesisVoice[] {
  const spoken = plain(language());
  return (speech()?.getVoices() ?? []).filter(
    ({ localService, lang }) => localService === true && plain(lang) === spoken,
  );
}

/** Firefox on Linux shows a warning bar when it is asked and has no voice. */
export const askingForVoicesWarns = (): boolean =>
  import.meta.env.FIREFOX && navigator.userAgent.includes('Linux');

/** `en_US` and `en-GB` are both English. */
const plain = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];

/** The chosen voice, otherwise the system's default, otherwise any; `null` if there is none. */
export function localVoice(name: string): SpeechSynthesisVoice | null {
  const voices = localVoices();
  const chosen = voices.find((voice) => voice.name === name);
  return chosen ?? voices.find((voice) => voice.default) ?? voices[0] ?? null;
}

/** Returns a function that ends it. */
export function onVoices(changed: () => void): () => void {
  const spoken = speech();
  spoken?.addEventListener('voiceschanged', changed);
  return () => spoken?.removeEventListener('voiceschanged', changed);
}

/** Says the word of a phase, and drops earlier words that are not yet said. */
export function say(phase: Phase, voice: SpeechSynthesisVoice, loudnessPercent: number): void {
  speak(utterance(t(SAID[phase]), voice, loudnessPercent, SLOWLY));
}

/**
 * Reads a line. Tells once whether it was read; nothing if it is cut off by us. Returns a function that cuts
 * it off.
 */
export function sayLine(
  line: string,
  voice: SpeechSynthesisVoice,
  loudnessPercent: number,
  onRead: (read: boolean) => void,
): () => void {
  const words = utterance(line, voice, loudnessPercent, READING);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const end = (read?: boolean) => {
    clearTimeout(timer);
    if (over) return;
    over = true;
    if (read !== true) fallSilent();
    if (read !== undefined) onRead(read);
  };
  const limit = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(end, ms, false);
  };
  words.onstart = () => {
    if (!over) limit(BEGINS_WITHIN_MS + line.length * SLOWEST_MS_PER_LETTER);
  };
  words.onend = () => end(true);
  words.onerror = ({ error }) => end(CUT_OFF.includes(error) ? undefined : false);
  speak(words);
  limit(BEGINS_WITHIN_MS);
  return end;
}

/** Errors that only say that other words of ours came. */
const CUT_OFF: SpeechSynthesisErrorCode[] = ['canceled', 'interrupted'];

function utterance(
  text: string,
  voice: SpeechSynthesisVoice,
  loudnessPercent: number,
  rate: number,
): SpeechSynthesisUtterance {
  const words = new SpeechSynthesisUtterance(text);
  return Object.assign(words, { voice, lang: voice.lang, rate, volume: volume(loudnessPercent) });
}

/** What is being said. Chromium ends words in silence that nothing holds on to. */
let held: SpeechSynthesisUtterance | null = null;

function speak(words: SpeechSynthesisUtterance): void {
  fallSilent();
  held = words;
  speech()?.speak(held);
}

export function fallSilent(): void {
  const spoken = speech();
  if (spoken?.speaking || spoken?.pending) spoken.cancel();
}
