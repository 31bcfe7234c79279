import { endTry, tryPrompt } from '../../components/asking/card/tryCard.ts';
import { OFFERED_STYLES } from '../../components/asking/promptStyles.ts';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { usePermission } from '../../components/live/usePermission.ts';
import { useScheme } from '../../components/live/useScheme.ts';
import { useRead, useStored } from '../../components/live/useStored.ts';
import { mountPage } from '../../components/mountPage.ts';
import { tryCue } from '../../components/sounds/playCue.ts';
import { openSounds, type Sounds } from '../../components/sounds/sounds.ts';
import { localVoice, sayLine } from '../../components/sounds/voice.ts';
import { withPreferencesPatch } from '../../core/breaks/preferences.ts';
import { slowerUntilMs } from '../../core/engine/slower.ts';
import { browser } from '../../shell/browser.ts';
import { localAt, nowMs } from '../../shell/clock.ts';
import { eraseEverything } from '../../shell/copy/eraseEverything.ts';
import { exportCopy, exportTable } from '../../shell/copy/exportCopy.ts';
import { forgetDays } from '../../shell/copy/forgetDays.ts';
import { giveUpCopy, isCopy, readCopy, takeCopy } from '../../shell/copy/importCopy.ts';
import { tidy, tidySoon } from '../../shell/copy/tidy.ts';
import { loadDevices } from '../../shell/devices.ts';
import { lies, noteInput, type Sees, sees } from '../../shell/diagnostics.ts';
import { tellsInput } from '../../shell/idle.ts';
import { send } from '../../shell/messages.ts';
import { openPage } from '../../shell/pages.ts';
import { policyInForce } from '../../shell/policy.ts';
import { endTest } from '../../shell/prompt/endTest.ts';
import { showTrial } from '../../shell/prompt/showTrial.ts';
import { onPressed } from '../../shell/prompt/trial.ts';
import { exportSettings, importSettings, resetSettings } from '../../shell/settingsFile.ts';
import { changePageRecord } from '../../shell/storage/pageRecords.ts';
import { loadPageWords, t } from '../../shell/words/t.ts';
import { changeKeys, useKeys } from './about/useKeys.ts';
import { type Deeds, Options } from './Options.tsx';
import { painted } from './painted.ts';

/** The result of `work`; null if the browser refuses. */
const orNull = <T,>(work: Promise<T>): Promise<T | null> => work.catch(() => null);

/** Created with the first sound. */
let sounds: Sounds | undefined;
function opened(): Sounds {
  sounds ??= openSounds();
  return sounds;
}

const deeds: Deeds = {
  async save(patch) {
    const reply = await send({ type: 'changeSettings', patch });
    if (reply.ok) return reply;
    return { ok: false, refusal: 'refusal' in reply ? reply.refusal : null };
  },
  changePreferences: (patch) =>
    changePageRecord('preferences', (preferences) => withPreferencesPatch(preferences, patch)),
  painted,
  endSlower: () => void send({ type: 'endSlower' }),
  // The page can be used before they are loaded.
  openWeek: () => import('./schedule/openWeek.ts').then(({ openWeek }) => openWeek()),
  test: () => tryPrompt(async () => (await showTrial()).ok),
  endTest: () => {
    endTry();
    void endTest();
  },
  onPressed,
  look: () => orNull<Sees>(sees()),
  lies: () => orNull(lies()),
  noteInput,
  changeKeys: () => void changeKeys(),
  showWelcome: () => void openPage('welcome'),
  hear: (loudnessPercent) => opened().ring(1, loudnessPercent),
  hearAsk: (loudnessPercent) => opened().chime(loudnessPercent),
  hearVoice({ voice: name, voiceLoudness }) {
    const voice = localVoice(name);
    if (voice !== null) sayLine(t('settings_voice_sample'), voice, voiceLoudness, () => {});
  },
  tryCue: (preferences) =>
    tryCue({ ...preferences, ...preferences.sound }, { sounds: opened, nowMs }),
  exportText: () => orNull(exportSettings()),
  async importText(text) {
    const imported = await importSettings(text);
    if (imported.ok) return { ok: true };
    return 'problem' in imported ? imported : null;
  },
  useDefaults: async () => (await resetSettings()).ok,
  exportCopy,
  exportTable,
  isCopy,
  readCopy: (file) => (onProgress, signal) => readCopy(file, onProgress, signal),
  giveUpCopy: () => void giveUpCopy().catch(() => undefined),
  takeCopy: (preview, how) => (onProgress, signal, onTaken) =>
    takeCopy(preview, how, { onProgress, onTaken, signal }),
  deleteDays: (days) => (onProgress) => forgetDays(days, onProgress),
  share: (on) => void send({ type: 'shareWithDevices', on }),
  async keepDays(keep) {
    const { ok } = await changePageRecord('keeping', () => ({ keep }));
    if (ok) void tidy().catch(() => undefined);
    return ok;
  },
  erase: () =>
    eraseEverything().then(
      () => true,
      () => false,
    ),
};

function LiveOptions() {
  const stored = useStored();
  const preferences = usePageRecord('preferences');
  const keeping = usePageRecord('keeping');
  const notifications = usePermission('notifications');
  const card = usePermission('card');
  const sites = usePermission('sites');
  const policy = useRead(policyInForce, '');
  const devices = useRead(loadDevices, '');
  const keys = useKeys();
  useScheme(stored?.settings);
  if (
    stored === null ||
    preferences === null ||
    keeping === null ||
    policy === null ||
    devices === null
  )
    return null;
  const atMs = nowMs();
  return (
    <Options
      settings={stored.settings}
      slowerUntilMs={slowerUntilMs(stored, atMs, localAt(atMs))}
      preferences={preferences.value}
      preferencesProblem={preferences.problem}
      notices={stored.notices}
      cannotSave={stored.cannotSave}
      offered={OFFERED_STYLES}
      tellsInput={tellsInput()}
      policy={policy}
      notifications={notifications}
      card={card}
      sites={sites}
      keys={keys}
      version={browser.runtime.getManifest().version}
      today={localAt(atMs).date}
      keep={keeping.value.keep}
      devices={devices}
      deeds={deeds}
    />
  );
}

void loadPageWords().then(() => mountPage(<LiveOptions />));
// Days change when nobody waits for the page.
tidySoon();
