import { StrengthMark } from '../../components/evidence/StrengthMark.tsx';
import { CLAIM_IDS, claimOf } from '../../core/evidence/claims.ts';
import { STRENGTHS, type Strength } from '../../core/evidence/strength.ts';
import { ARTICLE_IDS, ARTICLES } from '../../core/explain/articles.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Legend.module.css';

const isUsed = (strength: Strength): boolean =>
  ARTICLE_IDS.some((id) => ARTICLES[id].strength === strength) ||
  CLAIM_IDS.map(claimOf).some((one) => strength === one.strength || strength === one.also);

/** What each word for a strength means. */
export function Legend() {
  return (
    <dl class={styles.legend}>
      {STRENGTHS.filter(isUsed).map((strength) => (
        <div key={strength} class={styles.entry}>
          <dt>
            <StrengthMark of={strength} />
          </dt>
          <dd>{t(`strength_${strength}_meaning`)}</dd>
        </div>
      ))}
    </dl>
  );
}
