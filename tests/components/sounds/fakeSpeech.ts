import { vi } from 'vitest';

type Voice = Partial<SpeechSynthesisVoice>;

/** A browser that speaks, at first without a voice. `told` gets what it says and breaks off. */
export function fakeSpeech(told: string[]) {
  let voices: Voice[] = [];
  const said: SpeechSynthesisUtterance[] = [];
  class Utterance {
    constructor(readonly text: string) {}
  }
  const speech = Object.assign(new EventTarget(), {
    speaking: false,
    getVoices: () => voices,
    speak(words: SpeechSynthesisUtterance) {
      said.push(words);
      told.push(`say ${words.text}`);
      speech.speaking = true;
    },
    cancel() {
      told.push('cancel');
      speech.speaking = false;
    },
  });
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  return {
    has(...found: Voice[]) {
      voices = found.map((voice) => ({ default: false, voiceURI: `${voice.name}`, ...voice }));
      speech.dispatchEvent(new Event('voiceschanged'));
    },
    last: () => said.at(-1),
  };
}
