import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../core/records/settings.ts';

const QUERY = '(prefers-reduced-motion: reduce)';

/** Whether nothing may move: as chosen in Exhale, otherwise as the system says. */
export function useReducedMotion(motion: Settings['motion']): boolean {
  const [system, setSystem] = useState(() => matchMedia(QUERY).matches);
  useEffect(() => {
    const query = matchMedia(QUERY);
    const changed = () => setSystem(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return motion === 'system' ? system : motion === 'reduced';
}
