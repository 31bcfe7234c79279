import { render } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { applyScheme } from '../../components/applyScheme.ts';
import { usePageInput } from '../../components/live/usePageInput.ts';
import { useStored } from '../../components/live/useStored.ts';
import { send } from '../../shell/messages.ts';
import { direction, language, t } from '../../shell/words/t.ts';
import { Why } from './Why.tsx';

function LiveWhy() {
  const stored = useStored();
  usePageInput(useCallback(() => void send({ type: 'pageInput' }), []));
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
