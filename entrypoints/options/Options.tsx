import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { Callout } from '../../components/kit/Callout.tsx';
import { Page } from '../../components/kit/Page.tsx';
import { usePageInput } from '../../components/live/usePageInput.ts';
import type { Permission } from '../../components/live/usePermission.ts';
import type { BreakPreferences, PreferencesPatch } from '../../core/breaks/preferences.ts';
import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import type { Notice } from '../../core/records/stored.ts';
import type { Lies, Sees } from '../../shell/diagnostics.ts';
import type { LoadedPageRecord, PageRecordSaved } from '../../shell/storage/pageRecords.ts';
import { t, tn } from '../../shell/words/t.ts';
import { AboutSection } from './about/AboutSection.tsx';
import { BreaksSection } from './breaks/BreaksSection.tsx';
import { BreathingSection } from './breaks/BreathingSection.tsx';
import { MassageRow } from './breaks/MassageRow.tsx';
import { TensionRow } from './breaks/TensionRow.tsx';
import { type DataDeeds, DataSection } from './data/DataSection.tsx';
import styles from './Options.module.css';
import { AskSection } from './reminders/AskSection.tsx';
import { KeysSection } from './reminders/KeysSection.tsx';
import { SitesSection } from './reminders/SitesSection.tsx';
import type { Keys } from './reminders/useKeys.ts';
import { HoursSection } from './schedule/HoursSection.tsx';
import type { PreviewProps } from './schedule/Preview.tsx';
import { RhythmSection } from './schedule/RhythmSection.tsx';
import { SoundSection } from './sound/SoundSection.tsx';
import { type GuideSaving, type Saved, useGuideSaving, useSaving } from './useSaving.ts';

/** The actions that reach beyond this page. */
export interface Deeds extends DataDeeds, Pick<PreviewProps, 'playDay'> {
  save: (patch: SettingsPatch) => Promise<Saved>;
  changePreferences: (patch: PreferencesPatch) => Promise<PageRecordSaved>;
  /** Resolves once the page as it is now is on the screen. */
  painted: () => Promise<void>;
  /** Shows a test reminder; false if that failed. */
  test: () => Promise<boolean>;
  /** Closes the test reminder. */
  endTest: () => void;
  onPressed: (pressed: () => void) => () => void;
  /** What Exhale sees; null if the background does not answer. */
  look: () => Promise<Sees | null>;
  /** How the system's idle reports are wrong. */
  lies: () => Promise<Lies>;
  /** Reports input on this page, to compare it with what the system says. */
  noteInput: () => Promise<unknown>;
  showWelcome: () => void;
  showWhy: () => void;
  changeKeys: () => void;
  /** Plays a sample at a volume. */
  hear: (loudnessPercent: number) => void;
  /** Plays the sound of a reminder. */
  hearAsk: (loudnessPercent: number) => void;
  /** Reads a sample aloud. */
  hearVoice: (preferences: BreakPreferences) => void;
  /** Plays a short breath with the current settings. Returns a function that ends it. */
  tryCue: (preferences: BreakPreferences) => () => void;
}

export interface OptionsProps {
  /** As stored. */
  settings: Settings;
  /** How breaks look and sound, and what they contain. */
  preferences: BreakPreferences;
  /** What is wrong with the stored preferences. */
  preferencesProblem?: LoadedPageRecord<BreakPreferences>['problem'];
  /** Problems with what is stored. */
  notices: readonly Notice[];
  /** The ways to ask in this browser. */
  offered: readonly PromptStyle[];
  notifications: Permission;
  card: Permission;
  sites: Permission;
  /** null until the browser has answered. */
  keys: Keys | null;
  version: string;
  fileName: string;
  deeds: Deeds;
}

/** The settings page: everything at once, in the order people look for it. */
export function Options(props: OptionsProps) {
  const { settings, preferences, preferencesProblem = null, deeds } = props;
  const saving = useSaving(settings, deeds);
  const guiding = useGuideSaving(preferences, {
    save: deeds.changePreferences,
    painted: deeds.painted,
  });
  // Fields keep what was typed. After everything was replaced, they start again.
  const [round, setRound] = useState(0);
  const lies = useLies(deeds);
  useEffect(goToPart, []);
  const notice = props.notices.find(({ record }) => record === 'settings');

  const frozen = notice?.is === 'newer' || preferencesProblem?.is === 'newer';

  return (
    <Page title={t('settings_title')} aside={<Status of={[saving, guiding]} />}>
      {notice && (
        <div class={styles.notice}>
          <Callout>
            <p>
              {notice.is === 'newer' ? t('settings_newer') : t('settings_damaged', notice.field)}
            </p>
          </Callout>
        </div>
      )}
      {preferencesProblem && (
        <div class={styles.notice}>
          <Callout>
            <p>
              {preferencesProblem.is === 'newer'
                ? t('settings_guide_newer')
                : t('settings_guide_damaged', preferencesProblem.refusal.field)}
            </p>
          </Callout>
        </div>
      )}
      {/* Settings of a newer Exhale stay untouched, so nothing can be saved. */}
      <fieldset key={round} disabled={frozen}>
        <RhythmSection
          saving={saving}
          ownBreaks={guiding.shown.ownBreaks}
          playDay={deeds.playDay}
          lies={lies}
        />
        <BreathingSection saving={saving} guiding={guiding} />
        <BreaksSection saving={saving} guiding={guiding} />
        <TensionRow saving={saving} />
        <MassageRow />
        <AskSection
          saving={saving}
          offered={props.offered}
          notifications={props.notifications}
          card={props.card}
          onTest={deeds.test}
          onTestEnd={deeds.endTest}
          onPressed={deeds.onPressed}
          onHear={deeds.hearAsk}
        />
        <HoursSection saving={saving} />
        <SitesSection saving={saving} permission={props.sites} />
        <SoundSection
          saving={saving}
          guiding={guiding}
          onHear={deeds.hear}
          onHearVoice={deeds.hearVoice}
          onTry={deeds.tryCue}
        />
      </fieldset>
      <KeysSection keys={props.keys} onChangeKeys={deeds.changeKeys} />
      <DataSection
        {...deeds}
        fileName={props.fileName}
        frozen={frozen}
        onReplaced={() => {
          saving.forget();
          guiding.forget();
          setRound(round + 1);
        }}
      />
      <AboutSection
        look={deeds.look}
        version={props.version}
        seesSites={props.sites.allowed === true}
        onWelcome={deeds.showWelcome}
        onWhy={deeds.showWhy}
      />
    </Page>
  );
}

/** Scrolls to the part in the address. The browser looked for it before it was drawn. */
function goToPart() {
  if (location.hash !== '') location.replace(location.hash);
}

/** Of several states, the first of these is shown. */
const ORDER = ['notSaved', 'savedExcept', 'saved'] as const;

/** Says when changes are saved. */
function Status({ of: savings }: { of: Pick<GuideSaving, 'status' | 'refused'>[] }) {
  const refusals = savings.reduce((sum, { refused }) => sum + Object.keys(refused).length, 0);
  const found = savings.map(({ status }) => status);
  const status = ORDER.find((one) => found.includes(one));
  const saved = status === 'saved' || status === 'savedExcept';
  return (
    <span class={[styles.status, saved ? '' : styles.failed].join(' ')} role="status">
      {saved && (
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="m1.5 6.5 3 3 6-7" />
        </svg>
      )}
      {status === 'saved' && t('settings_saved')}
      {status === 'savedExcept' && tn('settings_savedExcept', refusals)}
      {status === 'notSaved' && t('settings_notSaved')}
    </span>
  );
}

/** Whether the system's idle reports are wrong. Checked when the page opens and when there is input. */
function useLies({ lies: ask, noteInput }: Deeds): Lies {
  const [lies, setLies] = useState<Lies>(null);
  const refresh = useCallback(() => void ask().then(setLies), [ask]);
  useEffect(refresh, [refresh]);
  usePageInput(useCallback(() => noteInput().then(refresh), [noteInput, refresh]));
  return lies;
}
