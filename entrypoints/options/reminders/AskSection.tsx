import { MannerChoice } from '../../../components/asking/MannerChoice.tsx';
import { mannerOf, mannerPatch } from '../../../components/asking/manners.ts';
import { Field } from '../../../components/kit/Field.tsx';
import { Section } from '../../../components/kit/Section.tsx';
import { t } from '../../../shell/words/t.ts';
import { NumberRow } from '../NumberRow.tsx';
import { SwitchRow } from '../SwitchRow.tsx';
import type { Saving } from '../useSaving.ts';
import { AskStyle, type AskStyleProps } from './AskStyle.tsx';
import { AskTest, type AskTestProps } from './AskTest.tsx';
import { NoticeRow } from './NoticeRow.tsx';
import { SkipRow } from './SkipRow.tsx';

type AskSectionProps = Pick<AskStyleProps, 'offered' | 'notifications' | 'card'> &
  Pick<AskTestProps, 'onTest' | 'onTestEnd' | 'onPressed'> & {
    saving: Saving;
  };

export function AskSection({ saving, offered, notifications, card, ...testing }: AskSectionProps) {
  const { shown, change } = saving;
  const manner = mannerOf(shown);
  const ask: AskStyleProps = {
    style: shown.promptStyle,
    offered,
    notifications,
    card,
    onChange: (promptStyle) => change('promptStyle', { promptStyle }),
  };
  return (
    <Section id="ask" title={t('settings_ask_title')} hint={t('settings_ask_hint')}>
      <Field label={t('manner')} hint={t(`manner_${manner}_hint`)}>
        {(names) => (
          <MannerChoice
            {...names}
            manner={manner}
            onChange={(next) =>
              change('manner', mannerPatch(next, shown, offered, notifications.allowed))
            }
          />
        )}
      </Field>
      {manner !== 'gentle' && (
        <AskStyle {...ask} offered={offered.filter((one) => one !== 'icon')} />
      )}
      <AskTest {...ask} {...testing} />
      <NoticeRow saving={saving} />
      <NumberRow
        saving={saving}
        setting="patienceMinutes"
        unit="minutes"
        label={t('settings_patience')}
        hint={
          shown.patienceMinutes === 0 ? t('settings_patience_none') : t('settings_patience_hint')
        }
        offered={{ min: 0, max: 10 }}
      />
      <NumberRow
        saving={saving}
        setting="snoozeMinutes"
        unit="minutes"
        label={t('settings_snooze')}
        offered={{ min: 1, max: 60 }}
      />
      <SkipRow saving={saving} />
      {(['fullScreen', 'call', 'watching'] as const).map((moment) => (
        <SwitchRow
          key={moment}
          label={t(`settings_holdBack_${moment}`)}
          on={shown.holdBack[moment]}
          onChange={(on) => change(`holdBack.${moment}`, { holdBack: { [moment]: on } })}
        />
      ))}
      <SwitchRow
        label={t('settings_watchingCounts')}
        hint={t('settings_watchingCounts_hint')}
        on={shown.watchingCounts}
        onChange={(watchingCounts) => change('watchingCounts', { watchingCounts })}
      />
      <SwitchRow
        label={t('settings_badge')}
        on={shown.badge}
        onChange={(badge) => change('badge', { badge })}
      />
    </Section>
  );
}
