import { usePageInput } from '../../components/live/usePageInput.ts';
import { useScheme } from '../../components/live/useScheme.ts';
import { useStored } from '../../components/live/useStored.ts';
import { mountPage } from '../../components/mountPage.ts';
import { noteInput } from '../../shell/diagnostics.ts';
import { loadPageWords, t } from '../../shell/words/t.ts';
import { Why } from './Why.tsx';

function LiveWhy() {
  const stored = useStored();
  usePageInput(noteInput);
  useScheme(stored?.settings);
  return stored && <Why />;
}

void loadPageWords().then(() =>
  mountPage(<LiveWhy />, { title: `${t('why_title')} · ${t('extName')}` }),
);
