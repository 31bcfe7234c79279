import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { applyScheme } from '../../components/applyScheme.ts';
import { useNow } from '../../components/live/useNow.ts';
import { usePageRecord } from '../../components/live/useOwn.ts';
import { usePageInput } from '../../components/live/usePageInput.ts';
import { useDay, useStored } from '../../components/live/useStored.ts';
import { PREFERENCES } from '../../core/breaks/preferences.ts';
import { TENSION } from '../../core/personal/tension.ts';
import { noteInput } from '../../shell/diagnostics.ts';
import { direction, language, t } from '../../shell/words/t.ts';
import { Days } from './Days.tsx';

function LiveDays() {
  const { local } = useNow();
  const stored = useStored();
  const day = useDay(local.date);
  const preferences = usePageRecord(PREFERENCES);
  const tension = usePageRecord(TENSION);
  usePageInput(noteInput);
  const { scheme, motion } = stored?.settings ?? {};
  useEffect(() => {
    if (scheme && motion) applyScheme({ scheme, motion });
  }, [scheme, motion]);
  return (
    day &&
    preferences &&
    tension && <Days day={day} preferences={preferences.value} pairs={tension.value.pairs} />
  );
}

document.documentElement.lang = language();
document.documentElement.dir = direction();
document.title = `${t('history_title')} · ${t('extName')}`;
render(<LiveDays />, document.getElementById('root') as HTMLElement);
