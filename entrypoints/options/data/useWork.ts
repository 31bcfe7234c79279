import { useRef, useState } from 'preact/hooks';

export type Work<T> = (onProgress: (share: number) => void, signal: AbortSignal) => Promise<T>;

export interface Working {
  /** How far it is, from 0 to 1; null while nothing is under way. */
  share: number | null;
  cancel: () => void;
  /** Does something that takes a while. Null: it failed; `cancelled`: the person ended it. */
  run: <T>(work: Work<T>) => Promise<T | null | 'cancelled'>;
}

export function useWork(): Working {
  const [share, setShare] = useState<number | null>(null);
  const control = useRef<AbortController | null>(null);
  return {
    share,
    cancel: () => control.current?.abort(),
    async run(work) {
      control.current = new AbortController();
      const { signal } = control.current;
      setShare(0);
      try {
        return await work((now) => setShare(Math.min(1, now)), signal);
      } catch {
        return signal.aborted ? 'cancelled' : null;
      } finally {
        setShare(null);
      }
    },
  };
}
