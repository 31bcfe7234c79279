import { policyInForce } from '../../shell/policy.ts';
import { t } from '../../shell/words/t.ts';

/** Why the interval can’t be changed: an organization has set it. Else null. */
export async function whyLocked(): Promise<string | null> {
  const { locked } = await policyInForce();
  return locked.rhythms === undefined ? null : t('problem_locked');
}
