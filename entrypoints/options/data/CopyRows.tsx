import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { type Imported, LARGEST_IMPORT } from '../../../core/personal/settingsFile.ts';
import type { Preview } from '../../../shell/copy/importCopy.ts';
import { t } from '../../../shell/words/t.ts';
import { importProblemWords } from '../problemWords.ts';
import { saveFile } from '../saveFile.ts';
import { type HowToTake, PreviewCard } from './PreviewCard.tsx';
import { textIn } from './textIn.ts';
import { useWork, type Work } from './useWork.ts';
import { WorkBar } from './WorkBar.tsx';

export type Refused = Exclude<Imported, { ok: true }>;

export interface CopyDeeds {
  /** The text of the settings file; null without an answer. */
  exportText: () => Promise<string | null>;
  /** null without an answer. */
  importText: (text: string) => Promise<{ ok: true } | Refused | null>;
  /** Everything, or the table of the log, as a file. */
  exportCopy: Work<Blob>;
  exportTable: Work<Blob>;
  isCopy: (file: File) => Promise<boolean>;
  /** Reads a file with everything, and changes nothing. */
  readCopy: (file: File) => Work<Preview | Refused>;
  giveUpCopy: () => void;
  takeCopy: (preview: Preview, how: HowToTake) => Work<void>;
}

interface CopyRowsProps extends CopyDeeds {
  /** The date in the names of files. */
  today: string;
  frozen: boolean;
  tell: (done: boolean, words: string) => void;
  /** What was said is outdated. */
  hush: () => void;
}

/** Saves and loads files. */
export function CopyRows(props: CopyRowsProps) {
  const { today, frozen, tell, hush } = props;
  const input = useRef<HTMLInputElement>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [label, setLabel] = useState('');
  const [canCancel, setCanCancel] = useState(true);
  const { share, cancel, run } = useWork();
  const isBusy = share !== null || preview !== null;

  async function save(name: string, work: Work<Blob | string | null>, type?: string) {
    setLabel(t('settings_data_saving'));
    setCanCancel(true);
    hush();
    const file = await run(work);
    if (file === 'cancelled') return;
    if (file === null) tell(false, t('settings_data_saveFailed'));
    else saveFile(name, file, type);
  }

  async function load(file: File) {
    hush();
    if (await props.isCopy(file).catch(() => false)) return loadCopy(file);
    const text = await read(file);
    if (typeof text === 'object' && 'unreadable' in text)
      return tell(false, `${t('problem_file_unreadable')} ${t('problem_file_nothing')}`);
    const imported = typeof text === 'string' ? await props.importText(text) : text;
    if (imported === null) tell(false, t('settings_data_failed'));
    else if (imported.ok) tell(true, t('settings_data_loaded'));
    else tell(false, importProblemWords(imported));
  }

  async function loadCopy(file: File) {
    setLabel(t('settings_data_reading'));
    setCanCancel(true);
    const found = await run(props.readCopy(file));
    if (found === 'cancelled') tell(false, t('settings_data_cancelled'));
    else if (found === null) tell(false, t('settings_data_readFailed'));
    else if (found.ok) setPreview(found);
    else tell(false, importProblemWords(found));
  }

  async function take(from: Preview, how: HowToTake) {
    setPreview(null);
    setLabel(t('settings_data_taking'));
    // What has begun is finished, also if the page is closed.
    setCanCancel(false);
    const taken = await run(props.takeCopy(from, how));
    if (taken === null) tell(false, t('settings_data_notYet'));
    else tell(true, t('settings_data_loaded'));
  }

  return (
    <>
      <Field label={t('settings_data_all')} hint={t('settings_data_all_hint')}>
        {() => (
          <>
            <Button
              look="outlined"
              disabled={isBusy}
              onPress={() => void save(`exhale-${today}.json`, props.exportCopy)}
            >
              {t('settings_data_saveAll')}
            </Button>
            <Button
              look="outlined"
              disabled={frozen || isBusy}
              onPress={() => input.current?.click()}
            >
              {t('settings_data_load')}
            </Button>
            <input
              ref={input}
              type="file"
              accept=".json,application/json"
              hidden
              aria-label={t('settings_data_load')}
              onChange={(event) => {
                const field = event.currentTarget;
                const file = field.files?.[0];
                if (file === undefined) return;
                void load(file).finally(() => {
                  // So that the same file can be chosen again after it was corrected.
                  field.value = '';
                });
              }}
            />
          </>
        )}
      </Field>
      {share !== null && (
        <WorkBar label={label} share={share} onCancel={canCancel ? cancel : undefined} />
      )}
      {preview && (
        <PreviewCard
          preview={preview}
          frozen={frozen}
          onTake={(how) => void take(preview, how)}
          onCancel={() => {
            setPreview(null);
            props.giveUpCopy();
          }}
        />
      )}
      <Field label={t('settings_data_table')} hint={t('settings_data_table_hint')}>
        {() => (
          <Button
            look="outlined"
            disabled={isBusy}
            onPress={() => void save(`exhale-days-${today}.csv`, props.exportTable)}
          >
            {t('settings_data_saveTable')}
          </Button>
        )}
      </Field>
      <Field label={t('settings_data_copy')} hint={t('settings_data_copy_hint')}>
        {() => (
          <Button
            look="outlined"
            onPress={() => void save(`exhale-settings-${today}.json`, props.exportText)}
          >
            {t('settings_data_save')}
          </Button>
        )}
      </Field>
    </>
  );
}

/** The content of a file. One that is too large is not opened. */
async function read(file: File): Promise<string | Refused | { unreadable: true }> {
  if (file.size > LARGEST_IMPORT) return { ok: false, problem: 'tooLarge' };
  try {
    return textIn(await file.arrayBuffer()) ?? { ok: false, problem: 'notText' };
  } catch {
    return { unreadable: true };
  }
}
