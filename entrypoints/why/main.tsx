import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { applyScheme } from '../../components/applyScheme.ts';
import { usePageInput } from '../../components/live/usePageInput.ts';
import { useStored } from '../../components/live/useStored.ts';
import { noteInput } from '../../shell/diagnostics.ts';
import { direction, language, t } from '../../shell/words/t.ts';
import { Why } from './Why.tsx';

function LiveWhy() {
  const stored = useStored();
  usePageInput(noteInput);
  const { scheme, motion } = stored?.settings ?? {};
  useEffect(() => {
    if (scheme && motion) applyScheme({ scheme, motion });
  }, [scheme, motion]);
  return stored && <Why />;
}

document.documentElement.lang = language();
document.documentElement.dir = direction();
document.title = `${t('why_title')} · ${t('extName')}`;
render(<LiveWhy />, document.getElementById('root') as HTMLElement);
