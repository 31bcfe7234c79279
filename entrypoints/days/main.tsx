import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { applyScheme } from '../../components/applyScheme.ts';
import { useNow } from '../../components/live/useNow.ts';
import { usePageInput } from '../../components/live/usePageInput.ts';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { useDay, useStored } from '../../components/live/useStored.ts';
import { noteInput } from '../../shell/diagnostics.ts';
import { direction, language, t } from '../../shell/words/t.ts';
import { Days } from './Days.tsx';

function LiveDays() {
  const { local } = useNow();
  const stored = useStored();
  const day = useDay(local.date);
  const preferences = usePageRecord('preferences');
  const tension = usePageRecord('tension');
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
