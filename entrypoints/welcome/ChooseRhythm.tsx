import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import { Choice } from '../../components/kit/Choice.tsx';
import { Field } from '../../components/kit/Field.tsx';
import { Locked, useLocked } from '../../components/kit/Locked.tsx';
import { Stepper } from '../../components/kit/Stepper.tsx';
import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import { inWords } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import { choiceOf, exactChoice, type RhythmChoice, rhythmPatch } from './rhythmChoice.ts';
import { Step } from './Step.tsx';

interface ChooseRhythmProps {
  settings: Settings;
  focus: boolean;
  onPatch: (patch: SettingsPatch) => void;
  onNext: () => void;
}

/** The range of the stepper. */
const OFFERED = { min: 15, max: 120 };

export function ChooseRhythm({ settings, focus, onPatch, onNext }: ChooseRhythmProps) {
  const isLocked = useLocked('rhythms');
  return (
    <Step
      focus={focus}
      title={t('welcome_rhythm_title')}
      text={!isLocked && t('welcome_rhythm_later')}
      buttons={
        <Button look="primary" size={48} onPress={onNext}>
          {t('welcome_next')}
        </Button>
      }
    >
      {isLocked ? (
        <Locked by="rhythms" label={t('welcome_rhythm_title')}>
          <LockedRhythm settings={settings} />
        </Locked>
      ) : (
        <OpenRhythm settings={settings} onPatch={onPatch} />
      )}
    </Step>
  );
}

function OpenRhythm({ settings, onPatch }: Pick<ChooseRhythmProps, 'settings' | 'onPatch'>) {
  const stored = choiceOf(settings);
  const [choice, setChoice] = useState(stored.choice);
  const [ownMinutes, setOwnMinutes] = useState(stored.minutes);

  // Another window may change it meanwhile. While this one has the focus, its own choice is newer.
  useEffect(() => {
    if (document.hasFocus()) return;
    setChoice(stored.choice);
    setOwnMinutes(stored.minutes);
  }, [stored.choice, stored.minutes]);

  function choose(next: RhythmChoice) {
    setChoice(next);
    // An own interval starts with the current value; the stepper changes it.
    onPatch(rhythmPatch(next, ownMinutes));
  }

  return (
    <>
      <Rhythms choice={choice} onChange={choose} />
      {choice === 'own' && (
        <Every
          minutes={ownMinutes}
          error={outside(ownMinutes)}
          onChange={(minutes) => {
            setOwnMinutes(minutes);
            if (outside(minutes) === undefined) onPatch(rhythmPatch('own', minutes));
          }}
        />
      )}
    </>
  );
}

/** What an organization has set: one of the choices, or else how often a reminder comes. */
function LockedRhythm({ settings }: { settings: Settings }) {
  const choice = exactChoice(settings);
  const on = Object.values(settings.rhythms).filter((rhythm) => rhythm.on);
  if (on.length === 0) return <p>{t('settings_rhythm_none')}</p>;
  return (
    <>
      {choice && <Rhythms choice={choice} />}
      {(choice ?? 'own') === 'own' && (
        <Every minutes={Math.min(...on.map(({ intervalMinutes }) => intervalMinutes))} />
      )}
    </>
  );
}

interface RhythmsProps {
  choice: RhythmChoice;
  onChange?: (choice: RhythmChoice) => void;
}

const Rhythms = ({ choice, onChange = () => {} }: RhythmsProps) => (
  <Choice
    label={t('welcome_rhythm_title')}
    value={choice}
    options={(['usual', 'careful', 'own'] as const).map((value) => ({
      value,
      label: t(`welcome_rhythm_${value}`),
      hint: t(`welcome_rhythm_${value}_hint`),
    }))}
    onChange={onChange}
  />
);

interface EveryProps {
  minutes: number;
  error?: string | undefined;
  onChange?: (minutes: number) => void;
}

const Every = ({ minutes, error, onChange = () => {} }: EveryProps) => (
  <Field label={t('welcome_rhythm_every')} error={error}>
    {(names) => (
      <Stepper
        {...names}
        {...OFFERED}
        value={minutes}
        step={5}
        offered={OFFERED}
        unit={t('common_minuteUnit')}
        spoken={(spoken) => inWords(spoken * 60)}
        onChange={onChange}
      />
    )}
  </Field>
);

/** Why an own interval is refused. */
function outside(minutes: number): string | undefined {
  if (minutes < OFFERED.min) return t('problem_tooSmall', inWords(OFFERED.min * 60));
  if (minutes > OFFERED.max) return t('problem_tooLarge', inWords(OFFERED.max * 60));
  return undefined;
}
