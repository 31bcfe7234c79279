import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { type Imported, LARGEST_IMPORT } from '../../../core/personal/settingsFile.ts';
import type { HowToTake, Preview, Taken } from '../../../shell/copy/importCopy.ts';
import { t } from '../../../shell/words/t.ts';
import { importProblemWords } from '../problemWords.ts';
import { saveFile } from '../saveFile.ts';
import { isFocusLost } from './isFocusLost.ts';
import { PreviewCard } from './PreviewCard.tsx';
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
  /** Cancelled, failed or closed half way, it changes nothing. */
  takeCopy: (preview: Preview, how: HowToTake) => Work<Taken>;
}

interface CopyRowsProps extends CopyDeeds {
  /** The date in the names of files. */
  today: string;
  frozen: boolean;
  tell: (done: boolean, words: string) => void;
  /** What was said is outdated. */
  hush: () => void;
}

const LOAD = 'copy-load';
const SAVE_ALL = 'copy-save';
const SAVE_TABLE = 'copy-save-table';

/** What is said after a file was taken over, or was not. */
const TAKEN = {
  taken: 'loaded',
  tooLate: 'tooLate',
  notTaken: 'loadFailed',
  cancelled: 'cancelled',
} as const;

/** Saves and loads files. */
export function CopyRows(props: CopyRowsProps) {
  const { today, frozen, tell, hush } = props;
  const input = useRef<HTMLInputElement>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [label, setLabel] = useState('');
  const { share, cancel, run } = useWork();
  const isBusy = share !== null || preview !== null;
  const [over, setOver] = useState<{ id: string } | null>(null);

  // Cancel is gone, so the keyboard goes back to the button that began it.
  useLayoutEffect(() => {
    if (over !== null && isFocusLost()) document.getElementById(over.id)?.focus();
  }, [over]);

  async function save({ name, id }: { name: string; id: string }, work: Work<Blob>) {
    setLabel(t('settings_data_saving'));
    hush();
    const file = await run(work);
    setOver({ id });
    if (file === 'cancelled') tell(false, t('settings_data_saveCancelled'));
    else if (file === null) tell(false, t('settings_data_saveFailed'));
    else saveFile(name, file);
  }

  async function saveSettings() {
    hush();
    const text = await props.exportText();
    if (text === null) tell(false, t('settings_data_saveFailed'));
    else saveFile(`exhale-settings-${today}.json`, text);
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
    const found = await run(props.readCopy(file));
    if (found !== 'cancelled' && found?.ok) return setPreview(found);
    setOver({ id: LOAD });
    if (found === 'cancelled') tell(false, t('settings_data_cancelled'));
    else tell(false, found ? importProblemWords(found) : t('settings_data_readFailed'));
  }

  async function take(from: Preview, how: HowToTake) {
    setPreview(null);
    setLabel(t('settings_data_taking'));
    const taken = await run(props.takeCopy(from, how));
    setOver({ id: LOAD });
    const isDone = taken === 'taken' || taken === 'tooLate';
    tell(isDone, t(`settings_data_${taken === null ? 'notYet' : TAKEN[taken]}`));
  }

  return (
    <>
      <Field label={t('settings_data_all')} hint={t('settings_data_all_hint')}>
        {() => (
          <>
            <Button
              id={SAVE_ALL}
              look="outlined"
              disabled={isBusy}
              onPress={() =>
                void save({ name: `exhale-${today}.json`, id: SAVE_ALL }, props.exportCopy)
              }
            >
              {t('settings_data_saveAll')}
            </Button>
            <Button
              id={LOAD}
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
      {share !== null && <WorkBar label={label} share={share} onCancel={cancel} />}
      {preview && (
        <PreviewCard
          preview={preview}
          frozen={frozen}
          onTake={(how) => void take(preview, how)}
          onCancel={() => {
            setPreview(null);
            setOver({ id: LOAD });
            props.giveUpCopy();
          }}
        />
      )}
      <Field label={t('settings_data_table')} hint={t('settings_data_table_hint')}>
        {() => (
          <Button
            id={SAVE_TABLE}
            look="outlined"
            disabled={isBusy}
            onPress={() =>
              void save({ name: `exhale-days-${today}.csv`, id: SAVE_TABLE }, props.exportTable)
            }
          >
            {t('settings_data_saveTable')}
          </Button>
        )}
      </Field>
      <Field label={t('settings_data_copy')} hint={t('settings_data_copy_hint')}>
        {() => (
          <Button look="outlined" onPress={() => void saveSettings()}>
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
