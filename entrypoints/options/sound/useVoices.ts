import { useEffect, useReducer } from 'preact/hooks';
import { localVoices, onVoices } from '../../../components/sounds/voice.ts';

/**
 * The voices on this machine, kept up to date. Firefox on Linux shows a warning bar when it is asked and has
 * none, so it is asked only if a voice is wanted.
 */
export function useVoices(wanted: boolean): readonly SpeechSynthesisVoice[] {
  const [, again] = useReducer((times: number) => times + 1, 0);
  useEffect(() => (wanted ? onVoices(() => again(null)) : undefined), [wanted]);
  return wanted ? localVoices() : [];
}
