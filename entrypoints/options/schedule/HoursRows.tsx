import { Locked } from '../../../components/kit/Locked.tsx';
import { t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { Saving } from '../useSaving.ts';
import { HoursEditor } from './HoursEditor.tsx';
import { hoursOf, USUAL_GROUP } from './hourGroups.ts';

/** The hours in which reminders come. */
export function HoursRows({ saving }: { saving: Saving }) {
  const { shown, refused, change } = saving;
  const { hours } = shown;
  return (
    <div id="hours">
      <Locked by="hours">
        <SwitchRow
          label={t('settings_hours_switch')}
          hint={hours === null ? t('settings_hours_hint_any') : t('settings_hours_hint')}
          on={hours !== null}
          onChange={(on) => change('hours', { hours: on ? hoursOf([USUAL_GROUP]) : null })}
        />
        {hours !== null && (
          <HoursEditor
            hours={hours}
            refusal={refused.hours ?? null}
            onChange={(next) => change('hours', { hours: next }, 'typed')}
          />
        )}
      </Locked>
    </div>
  );
}
