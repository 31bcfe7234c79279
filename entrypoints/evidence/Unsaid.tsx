import { CLAIM_IDS, claimOf, UNSAID_IDS } from '../../core/evidence/claims.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Unsaid.module.css';

/** Frequent promises that Exhale does not make, each with the reason; and the claims it leaves out. */
export function Unsaid() {
  const leftOut = CLAIM_IDS.filter((id) => !claimOf(id).said);
  const entries = [
    ...UNSAID_IDS.map((id) => ({ what: t(`unsaid_${id}_what`), why: t(`unsaid_${id}_why`) })),
    ...leftOut.map((id) => ({ what: t(`claim_${id}_claim`), why: t(`claim_${id}_words`) })),
  ];
  return (
    <>
      <p class={styles.hint}>{t('unsaid_hint')}</p>
      <dl class={styles.list}>
        {entries.map(({ what, why }) => (
          <div key={what} class={styles.entry}>
            <dt>{what}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
