import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { own } from '../../core/own.ts';

/** How long “Saved” is seen. */
const SEEN_MS = 4000;

interface Telling {
  status: 'untouched' | 'saved' | 'savedExcept' | 'notSaved';
  last: { field: string; times: number };
  refused: Readonly<Record<string, unknown>>;
  change: (field: string, ...rest: never[]) => void;
}

/** Knows in which row a change was made, and says there that it is saved. */
export function useSavedMark() {
  const [mark, setMark] = useState<{ row: string | null; ok: boolean }>({ row: null, ok: true });
  /** The row of the last press or key, and of the last change of each field. */
  const touched = useRef<string | null>(null);
  const rows = useRef<Record<string, string | null>>({});

  useEffect(() => {
    if (mark.row === null || !mark.ok) return;
    const timer = setTimeout(() => setMark({ row: null, ok: true }), SEEN_MS);
    return () => clearTimeout(timer);
  }, [mark]);

  /** The same saving, with its outcomes marked. Called once for each on every drawing. */
  function noted<S extends Telling>(saving: S): S {
    const { status, last, refused } = saving;
    useEffect(() => {
      if (last.times === 0 || last.field in refused) return;
      setMark({ row: own(rows.current, last.field) ?? null, ok: status !== 'notSaved' });
    }, [last.times]);
    return {
      ...saving,
      change(...[field, ...rest]: Parameters<S['change']>) {
        rows.current[field] = touched.current;
        saving.change(field, ...rest);
      },
    };
  }

  return {
    saves: useMemo(
      () => ({ ...mark, note: (ok: boolean) => setMark({ row: touched.current, ok }) }),
      [mark],
    ),
    noted,
    touch(event: Event) {
      touched.current =
        (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset.row ?? null;
    },
  };
}
