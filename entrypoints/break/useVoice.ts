import { useEffect, useState } from 'preact/hooks';
import { localVoice, onVoices } from '../../components/sounds/voice.ts';

/** The voice that speaks, if one is wanted and there is one. The browser may find its voices late. */
export function useVoice(wanted: boolean, name: string): SpeechSynthesisVoice | null {
  const [, look] = useState({});
  useEffect(() => (wanted ? onVoices(() => look({})) : undefined), [wanted]);
  return wanted ? localVoice(name) : null;
}
