import { useRead } from '../../components/live/useStored.ts';
import type { Settings } from '../../core/records/settings.ts';
import { policyInForce } from '../../shell/policy.ts';

/** The settings that an organization has locked; null until that is known. */
export const useLockedSettings = (): Partial<Settings> | null =>
  useRead(policyInForce, '')?.locked ?? null;
