import { language, t } from '../../shell/words/t.ts';
import type { Phase } from './followPhases.ts';
import { volume } from './shares.ts';

const SLOWLY = 0.8;

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
  const words = new SpeechSynthesisUtterance(t(SAID[phase]));
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = SLOWLY;
  words.volume = volume(loudnessPercent);
  fallSilent();
  speech()?.speak(words);
}

export function fallSilent(): void {
  const spoken = speech();
  if (spoken?.speaking || spoken?.pending) spoken.cancel();
}
