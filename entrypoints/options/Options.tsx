import { Fragment } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { Frame } from '../../components/frame/Frame.tsx';
import { Callout } from '../../components/kit/Callout.tsx';
import { LockedContext } from '../../components/kit/Locked.tsx';
import { SavesContext } from '../../components/kit/SavedMark.tsx';
import { usePageInput } from '../../components/live/usePageInput.ts';
import type { Permission } from '../../components/live/usePermission.ts';
import type { BreakPreferences, PreferencesPatch } from '../../core/breaks/preferences.ts';
import type { Keep } from '../../core/personal/keeping.ts';
import { DEVICES, type Devices } from '../../core/records/devices.ts';
import type { SettingName } from '../../core/records/policy.ts';
import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import type { Notice } from '../../core/records/stored.ts';
import type { Lies, Sees } from '../../shell/diagnostics.ts';
import type { InForce } from '../../shell/policy.ts';
import type { LoadedPageRecord } from '../../shell/storage/loadRecord.ts';
import type { PageRecordSaved } from '../../shell/storage/pageRecords.ts';
import type { CannotSave } from '../../shell/storage/unsaved.ts';
import { t, tn } from '../../shell/words/t.ts';
import { AboutPart } from './about/AboutPart.tsx';
import type { Keys } from './about/useKeys.ts';
import { BreaksPart } from './breaks/BreaksPart.tsx';
import { type DataDeeds, DataPart } from './data/DataPart.tsx';
import { findRows } from './findRows.ts';
import styles from './Options.module.css';
import { RemindersPart } from './reminders/RemindersPart.tsx';
import { Found, Search } from './Search.tsx';
import { SchedulePart } from './schedule/SchedulePart.tsx';
import type { WhatIfProps } from './schedule/WhatIf.tsx';
import { SoundPart } from './sound/SoundPart.tsx';
import { PARTS, PlaceContext, usePlace } from './usePlace.ts';
import { useSavedMark } from './useSavedMark.ts';
import { type GuideSaving, type Saved, useGuideSaving, useSaving } from './useSaving.ts';

/** The actions that reach beyond this page. */
export interface Deeds extends DataDeeds, Pick<WhatIfProps, 'openWeek'> {
  save: (patch: SettingsPatch) => Promise<Saved>;
  changePreferences: (patch: PreferencesPatch) => Promise<PageRecordSaved>;
  /** Resolves once the page as it is now is on the screen. */
  painted: () => Promise<void>;
  /** Reminders come as often as usual again. */
  endSlower: () => void;
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
  /** Until when reminders come half as often. */
  slowerUntilMs?: number | null;
  /** How breaks look and sound, and what they contain. */
  preferences: BreakPreferences;
  /** What is wrong with the stored preferences. */
  preferencesProblem?: LoadedPageRecord<BreakPreferences>['problem'];
  /** Problems with what is stored. */
  notices: readonly Notice[];
  cannotSave?: CannotSave;
  /** The ways to ask in this browser. */
  offered: readonly PromptStyle[];
  /** The browser tells when there is no input. */
  tellsInput?: boolean;
  /** What an organization has set. */
  policy?: InForce;
  notifications: Permission;
  card: Permission;
  sites: Permission;
  /** null until the browser has answered. */
  keys: Keys | null;
  version: string;
  /** Today's date. */
  today: string;
  /** How long days are kept. */
  keep: Keep;
  /** What is shared with other computers. */
  devices?: Devices;
  deeds: Deeds;
}

const NO_POLICY: InForce = { locked: {}, rulesOut: [], ignored: [] };
const isRuledOut = ({ rulesOut }: InForce, way: PromptStyle): boolean =>
  rulesOut.some((out) => out === way);

/** The settings page: six sections, one in view at a time. */
export function Options(props: OptionsProps) {
  const { settings, preferences, preferencesProblem = null, cannotSave = null, deeds } = props;
  const { policy = NO_POLICY, tellsInput = true } = props;
  const locked = useMemo(() => new Set(Object.keys(policy.locked) as SettingName[]), [policy]);
  const root = useRef<HTMLDivElement>(null);
  const { saves, noted, touch } = useSavedMark();
  const saving = noted(useSaving(settings, deeds));
  const guiding = noted(
    useGuideSaving(preferences, { save: deeds.changePreferences, painted: deeds.painted }),
  );
  const [query, setQuery] = useState('');
  const { place, goToRow } = usePlace(() => setQuery(''));
  // Fields keep what was typed. After everything was replaced, they start again.
  const [round, setRound] = useState(0);
  const lies = useLies(deeds);
  const notice = props.notices.find(({ record }) => record === 'settings');

  const frozen = notice?.is === 'newer' || preferencesProblem?.is === 'newer';
  const isSearching = query.trim() !== '';
  const search = {
    query,
    found: isSearching && root.current ? findRows(root.current, query) : [],
    onQuery: setQuery,
    onGo(row: HTMLElement) {
      setQuery('');
      goToRow(row);
    },
  };

  return (
    <Frame
      page="settings"
      sections={PARTS.map((id) => ({ id, title: t(`settings_part_${id}`) }))}
      section={place.part}
      tool={<Search {...search} />}
      aside={
        <Status
          of={[saving, guiding]}
          isFresh={saves.row !== null}
          isToldAbove={cannotSave !== null}
        />
      }
    >
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
      {cannotSave && (
        <div class={styles.notice}>
          <Callout>
            <h2>{t(`common_unsaved_${cannotSave}_title`)}</h2>
            <p>{t(`common_unsaved_${cannotSave}_lead`)}</p>
          </Callout>
        </div>
      )}
      {policy.ignored.length > 0 && (
        <div class={styles.notice}>
          <Callout>
            <p>{t('settings_policy_ignored', policy.ignored.join(', '))}</p>
          </Callout>
        </div>
      )}
      {isSearching && <Found {...search} />}
      <LockedContext.Provider value={locked}>
        <SavesContext.Provider value={saves}>
          <PlaceContext.Provider value={place}>
            <div
              ref={root}
              class={styles.parts}
              hidden={isSearching}
              onClickCapture={touch}
              onInputCapture={touch}
              onChangeCapture={touch}
              onKeyDownCapture={touch}
            >
              {/* Settings of a newer Exhale stay untouched, so nothing can be saved. */}
              <Fragment key={round}>
                <SchedulePart
                  saving={saving}
                  slowerUntilMs={props.slowerUntilMs ?? null}
                  onAsUsual={deeds.endSlower}
                  ownBreaks={guiding.shown.ownBreaks}
                  openWeek={deeds.openWeek}
                  tellsInput={tellsInput}
                  lies={lies}
                  frozen={frozen}
                />
                <BreaksPart saving={saving} guiding={guiding} frozen={frozen} />
                <RemindersPart
                  saving={saving}
                  offered={props.offered.filter((way) => !isRuledOut(policy, way))}
                  ruledOut={props.offered.some((way) => isRuledOut(policy, way))}
                  notifications={props.notifications}
                  card={props.card}
                  sites={props.sites}
                  tellsInput={tellsInput}
                  frozen={frozen}
                  onTest={deeds.test}
                  onTestEnd={deeds.endTest}
                  onPressed={deeds.onPressed}
                  onHear={deeds.hearAsk}
                />
                <SoundPart
                  saving={saving}
                  guiding={guiding}
                  frozen={frozen}
                  onHear={deeds.hear}
                  onHearVoice={deeds.hearVoice}
                  onTry={deeds.tryCue}
                />
              </Fragment>
              <DataPart
                {...deeds}
                today={props.today}
                keep={props.keep}
                devices={props.devices ?? DEVICES.atFirst}
                frozen={frozen}
                onReplaced={() => {
                  saving.forget();
                  guiding.forget();
                  setRound(round + 1);
                }}
              />
              <AboutPart
                look={deeds.look}
                version={props.version}
                seesSites={props.sites.allowed === true}
                keys={props.keys}
                onChangeKeys={deeds.changeKeys}
                onWelcome={deeds.showWelcome}
              />
            </div>
          </PlaceContext.Provider>
        </SavesContext.Provider>
      </LockedContext.Provider>
    </Frame>
  );
}

/** Of several states, the first of these is shown. */
const ORDER = ['notSaved', 'savedExcept', 'saved'] as const;

interface StatusProps {
  of: Pick<GuideSaving, 'status' | 'refused'>[];
  /** Something was just saved. */
  isFresh: boolean;
  /** Why nothing is saved stands above. */
  isToldAbove: boolean;
}

/** Announces what became of changes, each time once. What is saved is seen beside its control. */
function Status({ of: savings, isFresh, isToldAbove }: StatusProps) {
  const refusals = savings.reduce((sum, { refused }) => sum + Object.keys(refused).length, 0);
  const found = savings.map(({ status }) => status);
  const status = ORDER.find((one) => found.includes(one));
  const saved = status === 'saved';
  return (
    <span class={saved ? 'visually-hidden' : styles.failed} role="status">
      {saved && isFresh && t('settings_saved')}
      {status === 'savedExcept' && tn('settings_savedExcept', refusals)}
      {status === 'notSaved' && !isToldAbove && t('settings_notSaved')}
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
