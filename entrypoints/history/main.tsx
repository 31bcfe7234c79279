import { render } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { applyScheme } from '../../components/applyScheme.ts';
import { useNow } from '../../components/useNow.ts';
import { useOwn } from '../../components/useOwn.ts';
import { usePageInput } from '../../components/usePageInput.ts';
import { useDay, useStored } from '../../components/useStored.ts';
import { GUIDE } from '../../core/guide.ts';
import { TENSION } from '../../core/tension.ts';
import { send } from '../../shell/messages.ts';
import { direction, language, t } from '../../shell/words.ts';
import { History } from './History.tsx';

function LiveHistory() {
  const { local } = useNow();
  const stored = useStored();
  const day = useDay(local.date);
  const guide = useOwn(GUIDE);
  const tension = useOwn(TENSION);
  usePageInput(useCallback(() => void send({ type: 'pageInput' }), []));
  const { scheme, motion } = stored?.settings ?? {};
  useEffect(() => {
    if (scheme && motion) applyScheme({ scheme, motion });
  }, [scheme, motion]);
  return (
    day && guide && tension && <History day={day} guide={guide.value} pairs={tension.value.pairs} />
  );
}

document.documentElement.lang = language();
document.documentElement.dir = direction();
document.title = `${t('history_title')} · ${t('extName')}`;
render(<LiveHistory />, document.getElementById('root') as HTMLElement);
