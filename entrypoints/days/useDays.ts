import { useEffect, useState } from 'preact/hooks';
import { useRead } from '../../components/live/useStored.ts';
import type { DayTotals } from '../../core/days/totals.ts';
import type { Entry } from '../../core/records/entry.ts';
import { type DaysRead, logOfDays, readDays } from '../../shell/storage/dayTotals.ts';
import { onStored } from '../../shell/storage/engineRecords.ts';
import { withRunning } from '../../shell/storage/readLog.ts';

interface Totals extends DaysRead {
  /** Earlier days are still being added up. */
  isWorking: boolean;
}

/** Stored day numbers begin here, unless a clock was wrong. */
const FIRST_DAY = 0;

interface Reading {
  today: number;
  tell: (days: DayTotals[]) => void;
  done: Promise<DaysRead>;
}

/** Begins to read the totals of every day. The page does that before its words are there: it waits less then. */
export function beginReading(today: number): Reading {
  const done = readDays(FIRST_DAY, today, (days) => reading.tell(days));
  const reading: Reading = { today, tell: () => {}, done };
  // Who waits for it hears of a failure.
  done.catch(() => undefined);
  return reading;
}

/**
 * The totals of every day, kept up to date; null until they are read. `begun` is the first reading. After each change of
 * `round` all of them are read again.
 */
export function useTotals(today: number, begun: Reading, round = 0): Totals | null {
  const [totals, setTotals] = useState<Totals | null>(null);
  useEffect(() => {
    let latest = 0;
    const readAll = async (reading = beginReading(today)) => {
      const mine = ++latest;
      const isNew = () => mine === latest;
      reading.tell = (days) => {
        if (isNew()) setTotals({ days, isPart: false, isWorking: true });
      };
      const read = await reading.done;
      if (isNew()) setTotals({ ...read, isWorking: false });
    };
    // Only what may have changed: all of it is read again when the person comes back to the page.
    const readLast = async () => {
      const mine = latest;
      const read = await readDays(today - 1, today);
      if (mine === latest)
        setTotals((known) => known && { ...known, days: merged(known.days, read.days, today - 1) });
    };
    const cameBack = () => {
      if (!document.hidden) void readAll().catch(failed);
    };
    const failed = () =>
      setTotals((known) => known ?? { days: [], isPart: true, isWorking: false });
    readAll(begun.today === today && round === 0 ? begun : undefined).catch(failed);
    const stop = onStored(() => void readLast().catch(() => undefined));
    document.addEventListener('visibilitychange', cameBack);
    return () => {
      latest = -1;
      stop();
      document.removeEventListener('visibilitychange', cameBack);
    };
  }, [today, round]);
  return totals;
}

const merged = (known: readonly DayTotals[], newer: readonly DayTotals[], from: number) => [
  ...known.filter(({ day }) => day < from),
  ...newer,
];

interface Week {
  week: number;
  entries: readonly Entry[];
  isPart: boolean;
}

/** What is kept of the days from `from` to `to`, kept up to date; null until it is read. */
export function useEntries(from: number, to: number): Week | null {
  const read = useRead(async (): Promise<Week> => {
    const log = await logOfDays(from, to);
    return { week: from, entries: withRunning(log), isPart: log.isPart };
  }, `${from} ${to}`);
  return read?.week === from ? read : null;
}
