import { encode, type Refusal } from '../core/records/envelope.ts';
import {
  applyPolicy,
  lockedIn,
  POLICY,
  type Policy,
  type PolicyRecord,
  readPolicy,
  withLocked,
} from '../core/records/policy.ts';
import type { Settings, SettingsPatch } from '../core/records/settings.ts';
import type { Message } from './accept.ts';
import { PATHS } from './addresses.ts';
import { browser } from './browser.ts';
import { nowMs } from './clock.ts';
import { NoAnswer } from './limits.ts';
import { closeTabs, ownTabs } from './pages.ts';
import { load } from './storage/engineRecords.ts';
import { loadRecord } from './storage/loadRecord.ts';

const KEY = 'policy';

/** What an organization has set for this browser. Firefox refuses the call if there is nothing. */
async function managed(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    return {};
  }
}

/** Calls back when an organization changes its policy. Firefox reads one only when it starts. */
export const listenToPolicy = (changed: () => void): void =>
  browser.storage.managed?.onChanged?.addListener(changed);

/** Without an answer there is a welcome. Just after an install, Chromium has not read the policy yet. */
export const wantsWelcome = (): Promise<boolean> =>
  managed().then(
    (raw) => readPolicy(raw).welcome,
    () => true,
  );

/** Without an answer nothing is locked. */
const loadPolicyRecord = (): Promise<PolicyRecord> =>
  loadRecord(KEY, POLICY).then(
    ({ value }) => value,
    () => POLICY.atFirst,
  );

/** The part of the policy that holds all the time, as it was last read. */
export interface InForce extends Pick<Policy, 'locked' | 'rulesOut' | 'ignored'> {}

export async function policyInForce(): Promise<InForce> {
  const { locked, rulesOut, ignored } = await loadPolicyRecord();
  return { locked: readPolicy({ locked }).locked, rulesOut, ignored };
}

/** Reads the policy and brings the settings in line with it. `change` is told what has to change; false if it failed. */
export async function takePolicy(
  change: (patch: SettingsPatch) => Promise<boolean>,
): Promise<void> {
  const policy = readPolicy(await managed());
  const [before, { settings }] = await Promise.all([loadPolicyRecord(), load(nowMs())]);
  const { patch, applied } = applyPolicy(settings, policy, before.applied);
  if (patch !== null && !(await change(patch))) return;
  const { locked, rulesOut, welcome, ignored } = policy;
  const next: PolicyRecord = { locked, rulesOut, welcome, applied, ignored };
  if (JSON.stringify(next) === JSON.stringify(before)) return;
  await browser.storage.local.set({ [KEY]: encode(next) });
  // It was opened before the policy came.
  if (!welcome && before.welcome) await closeTabs(await ownTabs(PATHS.welcome));
}

/** The message as the policy lets it pass, or why it does not. */
export async function underPolicy(
  message: Message,
): Promise<{ message: Message } | { refusal: Refusal }> {
  if (message.type === 'changeSettings') {
    const field = lockedIn(message.patch, (await policyInForce()).locked);
    if (field !== null) return { refusal: { field, problem: 'locked' } };
  }
  if (message.type === 'replaceSettings') {
    const { locked } = await policyInForce();
    return { message: { ...message, settings: withLocked(message.settings, locked) } };
  }
  return { message };
}

/** Settings from a file, or as they were at first, as they will be stored. */
export const settingsUnderPolicy = async (settings: Settings): Promise<Settings> => ({
  ...settings,
  ...(await policyInForce()).locked,
});
