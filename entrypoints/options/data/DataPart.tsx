import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { ConfirmButton } from '../../../components/kit/ConfirmButton.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { type Imported, LARGEST_IMPORT } from '../../../core/personal/settingsFile.ts';
import { t } from '../../../shell/words/t.ts';
import { Part } from '../Part.tsx';
import { importProblemWords } from '../problemWords.ts';
import { saveFile } from '../saveFile.ts';
import styles from './DataPart.module.css';
import { textIn } from './textIn.ts';

export type Refused = Exclude<Imported, { ok: true }>;

export interface DataDeeds {
  /** The text of the settings file; null without an answer. */
  exportText: () => Promise<string | null>;
  /** null without an answer. */
  importText: (text: string) => Promise<{ ok: true } | Refused | null>;
  useDefaults: () => Promise<boolean>;
  erase: () => Promise<boolean>;
}

interface DataPartProps extends DataDeeds {
  /** The file name of a copy. */
  fileName: string;
  /** A newer Exhale stored these settings, so they are not replaced. */
  frozen: boolean;
  /** Everything was replaced, so what this page still holds is outdated. */
  onReplaced: () => void;
}

type Outcome = { of: 'copy' | 'defaults' | 'erase'; done: boolean; words: string };

export function DataPart(props: DataPartProps) {
  const { fileName, frozen, onReplaced } = props;
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const tell = (of: Outcome['of'], done: boolean, words: string) => {
    setOutcome({ of, done, words });
    if (done) onReplaced();
  };

  async function save() {
    const text = await props.exportText();
    if (text === null) return tell('copy', false, t('settings_data_saveFailed'));
    setOutcome(null);
    saveFile(fileName, text);
  }

  async function load(file: File) {
    const text = await read(file);
    if (typeof text === 'object' && 'unreadable' in text)
      return tell('copy', false, `${t('problem_file_unreadable')} ${t('problem_file_nothing')}`);
    const imported = typeof text === 'string' ? await props.importText(text) : text;
    if (imported === null) tell('copy', false, t('settings_data_failed'));
    else if (imported.ok) tell('copy', true, t('settings_data_loaded'));
    else tell('copy', false, importProblemWords(imported));
  }

  const replace = (of: 'defaults' | 'erase', act: () => Promise<boolean>) => () =>
    void act().then((done) =>
      tell(of, done, done ? t(`settings_data_${of}_done`) : t('settings_data_failed')),
    );

  const line = (of: Outcome['of']) => (
    <p
      class={[styles.outcome, outcome?.done ? styles.done : styles.failed].join(' ')}
      role="status"
    >
      {outcome?.of === of && outcome.words}
    </p>
  );

  return (
    <Part id="data" hint={t('settings_data_hint')}>
      <Field label={t('settings_data_copy')} hint={t('settings_data_copy_hint')}>
        {() => (
          <>
            <Button look="outlined" onPress={() => void save()}>
              {t('settings_data_save')}
            </Button>
            <Button look="outlined" disabled={frozen} onPress={() => input.current?.click()}>
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
      {line('copy')}
      <Field label={t('settings_data_defaults')} hint={t('settings_data_defaults_hint')}>
        {() => (
          <ConfirmButton
            label={t('settings_data_defaults_button')}
            question={t('settings_data_defaults_ask')}
            yes={t('settings_data_defaults_yes')}
            disabled={frozen}
            onConfirm={replace('defaults', props.useDefaults)}
          />
        )}
      </Field>
      {line('defaults')}
      <Field label={t('settings_data_erase')} hint={t('settings_data_erase_hint')}>
        {() => (
          <ConfirmButton
            label={t('settings_data_erase_button')}
            question={t('settings_data_erase_ask')}
            yes={t('settings_data_erase_yes')}
            onConfirm={replace('erase', props.erase)}
          />
        )}
      </Field>
      {line('erase')}
    </Part>
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
