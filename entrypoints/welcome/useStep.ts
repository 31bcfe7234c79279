import { useEffect, useState } from 'preact/hooks';

/** The steps that are counted. `done` follows them. */
const NAMES = ['what', 'rhythm', 'pin', 'reminder', 'breath'] as const;
export type StepName = (typeof NAMES)[number] | 'done';
/** Safari puts the icon into the toolbar by itself. */
export const STEPS: readonly StepName[] = import.meta.env.SAFARI
  ? NAMES.filter((name) => name !== 'pin')
  : NAMES;

const ALL: readonly StepName[] = [...STEPS, 'done'];

const stepOf = (hash: string): StepName => ALL.find((step) => `#${step}` === hash) ?? 'what';

/**
 * The step is part of the address, so that a reload stays at it and the browser's Back goes to the one before.
 * `moved` is false until the person has gone to another step: the page opens by itself and takes no focus.
 */
export function useStep() {
  const [{ step, moved }, setAt] = useState({ step: stepOf(location.hash), moved: false });
  useEffect(() => {
    const back = () => setAt({ step: stepOf(location.hash), moved: true });
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const go = (to: StepName) => {
    history.pushState(null, '', `#${to}`);
    setAt({ step: to, moved: true });
  };
  return { step, moved, go };
}
