import { useId } from 'preact/hooks';
import { Field } from '../../../components/kit/Field.tsx';
import { ariaOf } from '../../../components/kit/labelled.ts';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { SCENES, WORDS } from '../../../core/breaks/preferences.ts';
import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';
import { t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { GuideSaving } from '../useSaving.ts';
import styles from './Look.module.css';

/** An example: a break that ends in the middle of an afternoon. */
const AFTERNOON_MINUTE = 15 * 60 + 42;

/** How a break looks, what it shows, and what it does to other tabs. */
export function Look({ guiding: { shown, change } }: { guiding: GuideSaving }) {
  const group = useId();
  return (
    <>
      <Field label={t('settings_scene')}>
        {(names) => (
          <div role="radiogroup" class={styles.scenes} id={names.id} {...ariaOf(names)}>
            {SCENES.map((scene) => (
              <label key={scene} class={styles.scene}>
                <input
                  class="visually-hidden"
                  type="radio"
                  name={group}
                  value={scene}
                  checked={shown.scene === scene}
                  onChange={() => change('scene', { scene })}
                />
                <span class={styles.swatch} data-scene={scene} aria-hidden="true" />
                <span class={styles.name}>{t(`settings_scene_${scene}`)}</span>
              </label>
            ))}
          </div>
        )}
      </Field>
      <SwitchRow
        label={t('settings_fullScreen')}
        hint={t('settings_fullScreen_hint')}
        on={shown.fullScreen}
        onChange={(fullScreen) => change('fullScreen', { fullScreen })}
      />
      <Field label={t('settings_words')} hint={t('settings_words_hint')}>
        {(names) => (
          <Segmented
            {...names}
            value={shown.words}
            options={WORDS.map((value) => ({ value, label: t(`settings_words_${value}`) }))}
            onChange={(words) => change('words', { words })}
          />
        )}
      </Field>
      <SwitchRow
        label={t('settings_countdown')}
        on={shown.countdown}
        onChange={(countdown) => change('countdown', { countdown })}
      />
      <SwitchRow
        label={t('settings_endsAt')}
        hint={t('break_endsAt', clockOfMinute(AFTERNOON_MINUTE))}
        on={shown.endsAt}
        onChange={(endsAt) => change('endsAt', { endsAt })}
      />
      <SwitchRow
        label={t('settings_muteTabs')}
        hint={t('settings_muteTabs_hint')}
        on={shown.muteTabs}
        onChange={(muteTabs) => change('muteTabs', { muteTabs })}
      />
    </>
  );
}
