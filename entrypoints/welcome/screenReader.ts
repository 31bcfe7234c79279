import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import type { SettingsPatch } from '../../core/records/settings.ts';
import { nowMs } from '../../shell/clock.ts';
import { send } from '../../shell/messages.ts';
import { policyInForce } from '../../shell/policy.ts';
import { load } from '../../shell/storage/engineRecords.ts';
import { changePageRecord, loadPageRecord } from '../../shell/storage/pageRecords.ts';

/** Sets Exhale up for a screen reader, which reads no window that lacks the focus. */
export async function setUpForReader(promptStyle: PromptStyle): Promise<void> {
  const [{ settings }, { value: preferences }] = await Promise.all([
    load(nowMs()),
    loadPageRecord('preferences'),
  ]);
  await changePageRecord('beforeReader', () => ({
    promptStyle: settings.promptStyle,
    askSound: settings.askSound,
    announcePhases: preferences.announcePhases,
  }));
  await change({ promptStyle, askSound: true });
  await changePageRecord('preferences', (now) => ({ ...now, announcePhases: true }));
}

/** Gives back what was set before. */
export async function undoForReader(): Promise<void> {
  const { value: before } = await loadPageRecord('beforeReader');
  if (before === null) return;
  const { announcePhases, ...patch } = before;
  await change(patch);
  await changePageRecord('preferences', (now) => ({ ...now, announcePhases }));
  await changePageRecord('beforeReader', () => null);
}

/** Without what an organization has locked: with it, the whole change would be refused. */
async function change(patch: SettingsPatch): Promise<void> {
  const { locked } = await policyInForce();
  const free = Object.entries(patch).filter(([name]) => !Object.hasOwn(locked, name));
  await send({ type: 'changeSettings', patch: Object.fromEntries(free) });
}
