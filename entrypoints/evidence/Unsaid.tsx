import { CLAIM_IDS, claimOf, UNSAID_IDS } from '../../core/evidence/claims.ts';
import { said } from '../../shell/words/said.ts';
import type { MessageKey } from '../../shell/words/t.ts';
import styles from './Unsaid.module.css';

/** Frequent promises that Exhale does not make, each with the reason; and the claims it leaves out. */
export function Unsaid() {
  const leftOut = CLAIM_IDS.filter((id) => !claimOf(id).said);
  const entries: { what: MessageKey; why: MessageKey }[] = [
    ...UNSAID_IDS.map((id) => ({ what: `unsaid_${id}_what`, why: `unsaid_${id}_why` }) as const),
    ...leftOut.map((id) => ({ what: `claim_${id}_claim`, why: `claim_${id}_words` }) as const),
  ];
  return (
    <>
      <p class={styles.hint} {...said('unsaid_hint')} />
      <dl class={styles.list}>
        {entries.map(({ what, why }) => (
          <div key={what} class={styles.entry}>
            <dt {...said(what)} />
            <dd {...said(why)} />
          </div>
        ))}
      </dl>
    </>
  );
}
