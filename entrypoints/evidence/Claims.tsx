import { useState } from 'preact/hooks';
import { Sources } from '../../components/evidence/Source.tsx';
import { Strengths } from '../../components/evidence/Strengths.tsx';
import { Unfold } from '../../components/evidence/Unfold.tsx';
import { Button } from '../../components/kit/Button.tsx';
import { Segmented } from '../../components/kit/Segmented.tsx';
import { CLAIM_IDS, type ClaimId, claimOf } from '../../core/evidence/claims.ts';
import type { SourceId } from '../../core/evidence/sources.ts';
import { STRENGTHS, type Strength } from '../../core/evidence/strength.ts';
import { t, tn } from '../../shell/words/t.ts';
import styles from './Claims.module.css';

/** Strengths that occur, so that no choice leads to an empty list. */
const OCCURRING = STRENGTHS.filter((strength) =>
  CLAIM_IDS.some((id) => claimOf(id).strengths.includes(strength)),
);
const IDEAS: readonly SourceId[] = ['article1', 'article2'];

/** Each claim, what was found, and what Exhale says about it; all of them, or those of one strength. */
export function Claims() {
  const [shown, setShown] = useState<Strength | 'all'>('all');
  const [unfolded, setUnfolded] = useState(false);
  const claims = CLAIM_IDS.filter((id) => shown === 'all' || claimOf(id).strengths.includes(shown));
  return (
    <>
      <p class={styles.hint}>{t('claims_hint')}</p>
      <div class={styles.choice}>
        <span id="claims-filter">{t('claims_filter')}</span>
        <Segmented
          labelledBy="claims-filter"
          options={[
            { value: 'all', label: t('claims_all') },
            ...OCCURRING.map((value) => ({ value, label: t(`strength_${value}`) })),
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      <div class={styles.over}>
        <p role="status">{tn('claims_shown', claims.length)}</p>
        <Button look="link" onPress={() => setUnfolded(!unfolded)}>
          {unfolded ? t('claims_fold') : t('claims_unfold')}
        </Button>
      </div>
      <ul class="plain-list">
        {claims.map((id) => (
          <li key={id}>
            <Unfold
              rank={3}
              title={t(`claim_${id}_claim`)}
              note={t(claimOf(id).said ? 'claims_said' : 'claims_notSaid', t(`claim_${id}_words`))}
              aside={<Strengths of={claimOf(id).strengths} />}
              open={unfolded}
            >
              <Claim id={id} />
            </Unfold>
          </li>
        ))}
      </ul>
    </>
  );
}

function Claim({ id }: { id: ClaimId }) {
  const { sources, without } = claimOf(id);
  const evidence = sources.filter((source) => !IDEAS.includes(source));
  const ideas = sources.filter((source) => IDEAS.includes(source));
  return (
    <div class={styles.claim}>
      <p class={styles.found}>{t(`claim_${id}_found`)}</p>
      <dl class={styles.sources}>
        <dt>{t('why_sources')}</dt>
        <dd>
          {without ? (
            t(`claims_none_${without}`)
          ) : (
            <Sources of={evidence.map((source) => ({ id: source }))} />
          )}
        </dd>
        {ideas.length > 0 && (
          <>
            <dt>{t('claims_idea')}</dt>
            <dd>
              <Sources of={ideas.map((source) => ({ id: source }))} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
