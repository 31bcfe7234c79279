import { useRef, useState } from 'preact/hooks';

/** `onSealed`: from now on it can't be cancelled. */
export type Work<T> = (
  onProgress: (share: number) => void,
  signal: AbortSignal,
  onSealed: () => void,
) => Promise<T>;

export interface Working {
  /** How far it is, from 0 to 1; null while nothing is under way. */
  share: number | null;
  /** Absent once it can't be cancelled any more. */
  cancel: (() => void) | undefined;
  /** Does something that takes a while. Null: it failed; `cancelled`: the person ended it. */
  run: <T>(work: Work<T>) => Promise<T | null | 'cancelled'>;
}

export function useWork(): Working {
  const [share, setShare] = useState<number | null>(null);
  const [isSealed, setIsSealed] = useState(false);
  const control = useRef<AbortController | null>(null);
  return {
    share,
    cancel: isSealed ? undefined : () => control.current?.abort(),
    async run(work) {
      control.current = new AbortController();
      const { signal } = control.current;
      setShare(0);
      setIsSealed(false);
      try {
        return await work(
          (now) => setShare(Math.min(1, now)),
          signal,
          () => setIsSealed(true),
        );
      } catch (error) {
        return signal.aborted && error === signal.reason ? 'cancelled' : null;
      } finally {
        setShare(null);
      }
    },
  };
}
