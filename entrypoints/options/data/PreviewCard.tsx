import { useState } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { Choice } from '../../../components/kit/Choice.tsx';
import { Toggle } from '../../../components/kit/Toggle.tsx';
import type { HowToTake, Preview } from '../../../shell/copy/importCopy.ts';
import { dateInWords } from '../../../shell/words/durations.ts';
import { t, tn } from '../../../shell/words/t.ts';
import styles from './PreviewCard.module.css';
import { settingLabels } from './settingLabels.ts';

interface PreviewCardProps {
  preview: Preview;
  /** The settings are of a newer Exhale, and stay. */
  frozen: boolean;
  onTake: (how: HowToTake) => void;
  onCancel: () => void;
}

/** What a file would change, before anything does. */
export function PreviewCard({ preview, frozen, onTake, onCancel }: PreviewCardProps) {
  const { days, settings, newAnswers, newTrial } = preview;
  const [replaces, setReplaces] = useState(false);
  const labels = settings && settingLabels(settings);
  const changes = labels?.length ?? 0;
  const [withSettings, setWithSettings] = useState(!frozen && changes > 0);
  return (
    <section class={styles.card} aria-labelledby="copy-title">
      <h3 id="copy-title" tabIndex={-1} ref={(title) => title?.focus()}>
        {t('settings_data_preview')}
      </h3>
      <ul class={styles.facts}>
        <li>{daysInWords(days)}</li>
        {days.days > 0 && <li>{newsInWords(days)}</li>}
        {newAnswers > 0 && <li>{tn('settings_data_preview_answers', newAnswers)}</li>}
        {newTrial && <li>{t('settings_data_preview_trial')}</li>}
        <li>
          {settingsInWords(labels)}
          {labels !== null && labels.length > 0 && <Names labels={labels} />}
        </li>
      </ul>
      <Choice
        labelledBy="copy-title"
        options={[
          {
            value: 'add',
            label: t('settings_data_preview_add'),
            hint: t('settings_data_preview_add_hint'),
          },
          {
            value: 'replace',
            label: t('settings_data_preview_replace'),
            hint: t('settings_data_preview_replace_hint'),
          },
        ]}
        value={replaces ? 'replace' : 'add'}
        onChange={(value) => setReplaces(value === 'replace')}
      />
      {changes > 0 && !frozen && (
        <div class={styles.toggle}>
          <span id="copy-settings">{t('settings_data_preview_withSettings')}</span>
          <Toggle labelledBy="copy-settings" on={withSettings} onChange={setWithSettings} />
        </div>
      )}
      <div class={styles.answers}>
        <Button look="outlined" onPress={onCancel}>
          {t('settings_data_keep')}
        </Button>
        <Button onPress={() => onTake({ replaces, withSettings })}>
          {t(replaces ? 'settings_data_preview_replace_yes' : 'settings_data_preview_add_yes')}
        </Button>
      </div>
    </section>
  );
}

type Days = Preview['days'];

function daysInWords({ days, from, to }: Days): string {
  if (from === null || to === null) return t('settings_data_preview_noDays');
  return tn('settings_data_preview_days', days, dateInWords(from), dateInWords(to));
}

function newsInWords({ newDays }: Days): string {
  return newDays === 0
    ? t('settings_data_preview_known')
    : tn('settings_data_preview_new', newDays);
}

function settingsInWords(labels: readonly string[] | null): string {
  if (labels === null) return t('settings_data_preview_noSettings');
  if (labels.length === 0) return t('settings_data_preview_sameSettings');
  return tn('settings_data_preview_settings', labels.length);
}

const MOST_NAMES = 5;

function Names({ labels }: { labels: readonly string[] }) {
  // A line that says “1 more” could name it.
  const shown = labels.length === MOST_NAMES + 1 ? labels : labels.slice(0, MOST_NAMES);
  const others = labels.length - shown.length;
  return (
    <ul class={styles.names}>
      {shown.map((label) => (
        <li key={label}>{label}</li>
      ))}
      {others > 0 && <li>{tn('settings_data_preview_more', others)}</li>}
    </ul>
  );
}
