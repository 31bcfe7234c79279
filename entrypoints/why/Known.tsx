import { Source } from '../../components/evidence/Source.tsx';
import { StrengthMark } from '../../components/evidence/StrengthMark.tsx';
import { KNOWN, KNOWN_IDS } from '../../core/explain/pieces.ts';
import { said, writtenAs } from '../../shell/words/said.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Known.module.css';

/** Three things to know, each with its strength. */
export function Known() {
  return (
    <ul class={`plain-list ${styles.cards}`}>
      {KNOWN_IDS.map((id) => (
        <li key={id} class={styles.card}>
          <span class={styles.strength} {...writtenAs(`why_known_${id}_strength`)}>
            <StrengthMark of={KNOWN[id].strength} words={t(`why_known_${id}_strength`)} />
          </span>
          <h3 {...said(`why_known_${id}_title`)} />
          <p {...said(`why_known_${id}_text`)} />
          <p class={styles.source}>
            <Source id={KNOWN[id].id}>
              <span {...said(`why_known_${id}_source`)} />
            </Source>
          </p>
        </li>
      ))}
    </ul>
  );
}
