import { Locked } from '../../../components/kit/Locked.tsx';
import { t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { Saving } from '../useSaving.ts';

/** One switch for two settings: time that does not count is time away, in which nothing is asked either. */
export function FilmsRow({ saving: { shown, change } }: { saving: Saving }) {
  const { watchingCounts } = shown;
  return (
    <Locked by={['watchingCounts', 'holdBack']}>
      <SwitchRow
        label={t('settings_films')}
        hint={t(watchingCounts ? 'settings_films_on_hint' : 'settings_films_off_hint')}
        on={watchingCounts}
        onChange={(on) =>
          change('watchingCounts', { watchingCounts: on, holdBack: { watching: on } })
        }
      />
    </Locked>
  );
}
