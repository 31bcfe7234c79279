import { useId } from 'preact/hooks';
import { Field } from '../../../components/kit/Field.tsx';
import { ariaOf } from '../../../components/kit/labelled.ts';
import { SCENES } from '../../../core/breaks/preferences.ts';
import { t } from '../../../shell/words/t.ts';
import type { GuideSaving } from '../useSaving.ts';
import styles from './SceneRow.module.css';

/** How a break looks. */
export function SceneRow({ guiding: { shown, change } }: { guiding: GuideSaving }) {
  const group = useId();
  return (
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
  );
}
