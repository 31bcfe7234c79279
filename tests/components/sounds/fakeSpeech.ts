import { vi } from 'vitest';

type Voice = Partial<SpeechSynthesisVoice>;

/** A browser that speaks, at first without a voice. `told` gets what it says and breaks off. */
export function fakeSpeech(told: string[]) {
  let voices: Voice[] = [];
  let behaves: (words: SpeechSynthesisUtterance) => void = () => {};
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
      behaves(words);
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
    /** It begins at once, and takes a second. */
    speaks() {
      behaves = (words) => {
        setTimeout(() => words.onstart?.({} as SpeechSynthesisEvent), 20);
        setTimeout(() => {
          speech.speaking = false;
          words.onend?.({} as SpeechSynthesisEvent);
        }, 1000);
      };
    },
    hangs() {
      behaves = () => {};
    },
    fails(error: SpeechSynthesisErrorCode) {
      behaves = (words) => words.onerror?.({ error } as SpeechSynthesisErrorEvent);
    },
    last: () => said.at(-1),
  };
}
