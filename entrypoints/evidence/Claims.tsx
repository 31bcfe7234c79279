import { useState } from 'preact/hooks';
import { Sources } from '../../components/evidence/Source.tsx';
import { StrengthMark } from '../../components/evidence/StrengthMark.tsx';
import { Unfold } from '../../components/evidence/Unfold.tsx';
import { Button } from '../../components/kit/Button.tsx';
import { CLAIM_IDS, CLAIMS, type ClaimId, claimOf, isTwofold } from '../../core/evidence/claims.ts';
import { STRENGTHS } from '../../core/evidence/strength.ts';
import { said, writtenAs } from '../../shell/words/said.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Claims.module.css';
import { studiesOf } from './studies.ts';

/** The claims by their strength, so that each strength is said once. */
const GROUPS = [...STRENGTHS, null]
  .map((strength) => ({
    strength,
    claims: CLAIM_IDS.filter((id) => claimOf(id).strength === strength),
  }))
  .filter(({ claims }) => claims.length > 0);

/** Each claim, what was found, and what Exhale says about it. */
export function Claims() {
  const [unfolded, setUnfolded] = useState(false);
  return (
    <>
      <p class={styles.hint} {...said('claims_hint')} />
      <p class={styles.all}>
        <Button look="link" onPress={() => setUnfolded(!unfolded)}>
          <span {...said(unfolded ? 'claims_fold' : 'claims_unfold')} />
        </Button>
      </p>
      {GROUPS.map(({ strength, claims }) => (
        <div key={strength} class={styles.group}>
          <h3 class={styles.strength}>
            {strength === null ? (
              <span {...said('claims_promise')} />
            ) : (
              <StrengthMark of={strength} />
            )}
          </h3>
          <ul class="plain-list">
            {claims.map((id) => (
              <li key={id}>
                <Unfold
                  id={`claim-${id}`}
                  rank={4}
                  title={t(`claim_${id}_claim`)}
                  note={t(
                    claimOf(id).said ? 'claims_said' : 'claims_notSaid',
                    t(`claim_${id}_words`),
                  )}
                  written={writtenAs(`claim_${id}_claim`)}
                  open={unfolded}
                >
                  <Claim id={id} />
                </Unfold>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function Claim({ id }: { id: ClaimId }) {
  const { sources, without } = claimOf(id);
  return (
    <div class={styles.claim}>
      <p class={styles.found} {...said(`claim_${id}_found`)} />
      {isTwofold(id) && (
        <p class={styles.also}>
          <StrengthMark of={CLAIMS[id].also} /> <span {...said(`claim_${id}_also`)} />
        </p>
      )}
      <dl class={styles.sources}>
        <dt {...said('why_sources')} />
        <dd>
          {without ? (
            <span {...said(`claims_none_${without}`)} />
          ) : (
            <Sources of={studiesOf(sources)} />
          )}
        </dd>
      </dl>
    </div>
  );
}
