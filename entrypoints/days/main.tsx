import { useNow } from '../../components/live/useNow.ts';
import { usePageInput } from '../../components/live/usePageInput.ts';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { useScheme } from '../../components/live/useScheme.ts';
import { useDay, useStored } from '../../components/live/useStored.ts';
import { mountPage } from '../../components/mountPage.ts';
import { noteInput } from '../../shell/diagnostics.ts';
import { loadPageWords, t } from '../../shell/words/t.ts';
import { Days } from './Days.tsx';

function LiveDays() {
  const { local } = useNow();
  const stored = useStored();
  const day = useDay(local.date);
  const preferences = usePageRecord('preferences');
  const tension = usePageRecord('tension');
  usePageInput(noteInput);
  useScheme(stored?.settings);
  return (
    day &&
    preferences &&
    tension && <Days day={day} preferences={preferences.value} pairs={tension.value.pairs} />
  );
}

void loadPageWords().then(() =>
  mountPage(<LiveDays />, { title: `${t('history_title')} · ${t('extName')}` }),
);
