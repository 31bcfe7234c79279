import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { Callout } from '../../components/kit/Callout.tsx';
import { Page } from '../../components/kit/Page.tsx';
import { usePageInput } from '../../components/live/usePageInput.ts';
import type { Permission } from '../../components/live/usePermission.ts';
import type { BreakPreferences, PreferencesPatch } from '../../core/breaks/preferences.ts';
import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import type { Notice } from '../../core/records/stored.ts';
import type { Sees } from '../../shell/diagnostics.ts';
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

/** What the page can bring about beyond itself. */
export interface Deeds extends DataDeeds, Pick<PreviewProps, 'playDay'> {
  save: (patch: SettingsPatch) => Promise<Saved>;
  changePreferences: (patch: PreferencesPatch) => Promise<PageRecordSaved>;
  /** Shows a prompt; false when that did not work. */
  test: () => Promise<boolean>;
  /** The prompt that was shown to try it goes. */
  endTest: () => void;
  /** What Exhale sees; null when it does not answer. */
  look: () => Promise<Sees | null>;
  /** Somebody uses this page: what does the system say? */
  noteInput: () => Promise<unknown>;
  showWelcome: () => void;
  showWhy: () => void;
  changeKeys: () => void;
  /** Lets a loudness be heard. */
  hear: (loudnessPercent: number) => void;
  /** Lets a short breath be heard as it is set. Gives back what ends it. */
  tryCue: (preferences: BreakPreferences) => () => void;
}

export interface OptionsProps {
  /** As they are stored. */
  settings: Settings;
  /** How breaks look, sound and are filled. */
  preferences: BreakPreferences;
  /** What is wrong with what is stored of it. */
  preferencesProblem?: LoadedPageRecord<BreakPreferences>['problem'];
  /** What was found amiss with what is stored. */
  notices: readonly Notice[];
  /** How Exhale can ask in this browser. */
  offered: readonly PromptStyle[];
  notifications: Permission;
  card: Permission;
  sites: Permission;
  /** null until the browser has said. */
  keys: Keys | null;
  version: string;
  fileName: string;
  deeds: Deeds;
}

/** The settings page: everything at once, in the order in which people think of it. */
export function Options(props: OptionsProps) {
  const { settings, preferences, preferencesProblem = null, deeds } = props;
  const saving = useSaving(settings, deeds.save);
  const guiding = useGuideSaving(preferences, deeds.changePreferences);
  // Fields keep what was typed into them; after everything was replaced they begin anew.
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
      {/* What a newer Exhale stored is left untouched: nothing could be saved. */}
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
        />
        <HoursSection saving={saving} />
        <SitesSection saving={saving} permission={props.sites} />
        <SoundSection saving={saving} guiding={guiding} onHear={deeds.hear} onTry={deeds.tryCue} />
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

/** To where the address leads: the browser looked for it before anything was drawn. */
function goToPart() {
  if (location.hash !== '') location.replace(location.hash);
}

/** What is said of several: the most pressing. */
const ORDER = ['notSaved', 'savedExcept', 'saved'] as const;

/** Says that it is saved, whenever it is. */
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

/** Whether the system's reports have shown themselves to be wrong: asked when the page opens, and when it is used. */
function useLies({ look, noteInput }: Deeds): Sees['lies'] {
  const [lies, setLies] = useState<Sees['lies']>(null);
  const ask = useCallback(() => void look().then((sees) => setLies(sees?.lies ?? null)), [look]);
  useEffect(ask, [ask]);
  usePageInput(useCallback(() => noteInput().then(ask), [noteInput, ask]));
  return lies;
}
