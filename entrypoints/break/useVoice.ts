import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { localVoice, onVoices } from '../../components/sounds/voice.ts';

/**
 * The voice that speaks, if one is wanted and there is one. The browser may find its voices late, and may have
 * thousands: espeak-ng has more than 13,000.
 */
export function useVoice(wanted: boolean, name: string): SpeechSynthesisVoice | null {
  const [changes, changed] = useReducer((times: number) => times + 1, 0);
  useEffect(() => (wanted ? onVoices(() => changed(null)) : undefined), [wanted]);
  return useMemo(() => (wanted ? localVoice(name) : null), [wanted, name, changes]);
}
