import { useEffect, useMemo, useState } from 'preact/hooks';
import { useNow } from '../../components/live/useNow.ts';
import { usePageInput } from '../../components/live/usePageInput.ts';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { useScheme } from '../../components/live/useScheme.ts';
import { useStored } from '../../components/live/useStored.ts';
import { mountPage } from '../../components/mountPage.ts';
import { MINUTE_MS, weekOf } from '../../core/time.ts';
import { localAt, nowMs } from '../../shell/clock.ts';
import { forgetDays } from '../../shell/copy/forgetDays.ts';
import { tidySoon } from '../../shell/copy/tidy.ts';
import { noteInput } from '../../shell/diagnostics.ts';
import { loadPageWords, t } from '../../shell/words/t.ts';
import { week as weekdays } from '../../shell/words/week.ts';
import { Days } from './Days.tsx';
import { beginReading, useEntries, useTotals } from './useDays.ts';

const begun = beginReading(localAt(nowMs()).day);

function LiveDays() {
  const { atMs, local } = useNow();
  const today = local.day;
  const [begins = 'mon'] = weekdays();
  const [chosen, setChosen] = useState<number | null>(null);
  const [leadsToIt, setLeadsToIt] = useState(false);
  useEffect(
    () =>
      onLastWeek(() => {
        setChosen(weekOf(localAt(nowMs()).day, begins) - 7);
        setLeadsToIt(true);
      }),
    [begins],
  );
  const week = chosen ?? weekOf(today, begins);
  const stored = useStored();
  const [deleted, setDeleted] = useState(0);
  const totals = useTotals(today, begun, deleted);
  const ofToday = useEntries(today, today);
  const ofWeek = useEntries(week, week + 6);
  const preferences = usePageRecord('preferences');
  const tension = usePageRecord('tension');
  const isDrawn = stored !== null && preferences !== null && tension !== null;
  useEffect(() => {
    if (!leadsToIt || !isDrawn) return;
    document.getElementById('week')?.scrollIntoView({ block: 'start' });
    setLeadsToIt(false);
  }, [leadsToIt, isDrawn]);
  usePageInput(noteInput);
  useScheme(stored?.settings);
  // Each minute is enough for a line that moves so slowly.
  const minuteMs = Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
  // An empty page says when nothing stored can be read.
  return useMemo(
    () =>
      stored &&
      preferences &&
      tension && (
        <Days
          today={today}
          nowMs={minuteMs}
          begins={begins}
          days={totals?.days ?? null}
          isWorking={totals?.isWorking ?? false}
          isPart={[totals, ofToday, ofWeek].some((read) => read?.isPart)}
          entriesOfToday={ofToday?.entries ?? null}
          week={week}
          entriesOfWeek={ofWeek?.entries ?? null}
          onWeek={setChosen}
          onDelete={(day) =>
            forgetDays({ from: day, to: day }, () => {})
              .then(
                () => true,
                () => false,
              )
              .finally(() => setDeleted((count) => count + 1))
          }
          preferences={preferences.value}
          pairs={tension.value.pairs}
        />
      ),
    [stored === null, today, minuteMs, begins, totals, ofToday, week, ofWeek, preferences, tension],
  );
}

/** Where the notification of a new week leads, also if the page is open. */
function onLastWeek(show: () => void): () => void {
  const look = () => {
    if (location.hash !== '#lastWeek') return;
    show();
    // The next notification leads there again.
    history.replaceState(null, '', location.pathname);
  };
  look();
  window.addEventListener('hashchange', look);
  return () => window.removeEventListener('hashchange', look);
}

void loadPageWords().then(() =>
  mountPage(<LiveDays />, { title: `${t('history_title')} · ${t('extName')}` }),
);
// Old days are deleted when nobody waits for the page.
tidySoon();
