import { encode } from '../../../core/records/envelope.ts';
import { stored } from '../../core/atNine.ts';

/** State and settings as they are stored: the person is at the screen, and was last seen then. */
export function encodedState(seenAtMs: number): Record<string, unknown> {
  const { state, settings } = stored({ state: { seenAtMs } });
  return { state: encode(state), settings: encode(settings) };
}
