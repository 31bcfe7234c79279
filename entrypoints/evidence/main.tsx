import { usePageInput } from '../../components/live/usePageInput.ts';
import { useScheme } from '../../components/live/useScheme.ts';
import { useStored } from '../../components/live/useStored.ts';
import { mountPage } from '../../components/mountPage.ts';
import { noteInput } from '../../shell/diagnostics.ts';
import { loadPageWords, t } from '../../shell/words/t.ts';
import { Evidence } from './Evidence.tsx';

function LiveEvidence() {
  const stored = useStored();
  usePageInput(noteInput);
  useScheme(stored?.settings);
  return stored && <Evidence />;
}

void loadPageWords().then(() =>
  mountPage(<LiveEvidence />, { title: `${t('evidence_title')} · ${t('extName')}` }),
);
