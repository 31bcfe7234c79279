import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { nowMs } from '../../shell/clock.ts';
import { send } from '../../shell/messages.ts';
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
  await send({ type: 'changeSettings', patch: { promptStyle, askSound: true } });
  await changePageRecord('preferences', (now) => ({ ...now, announcePhases: true }));
}

/** Gives back what was set before. */
export async function undoForReader(): Promise<void> {
  const { value: before } = await loadPageRecord('beforeReader');
  if (before === null) return;
  const { announcePhases, ...patch } = before;
  await send({ type: 'changeSettings', patch });
  await changePageRecord('preferences', (now) => ({ ...now, announcePhases }));
  await changePageRecord('beforeReader', () => null);
}
