import type { RingTone } from '../../components/kit/Ring.tsx';
import { LASTING } from '../../core/engine/moments.ts';
import type { View } from '../../core/engine/view.ts';
import type { Break } from '../../core/records/state.ts';
import { SECOND_MS } from '../../core/time.ts';
import { momentInWords, wholeMinutes } from '../../shell/words/durations.ts';
import { number, t } from '../../shell/words/t.ts';
import { Dial, Figure, Standing } from './Dial.tsx';

interface ScreenTimeDialProps {
  view: View;
}

/** The dial: screen time, the time left of a break, or the pause. */
export function ScreenTimeDial({ view }: ScreenTimeDialProps) {
  const { break: running, pausedUntilMs } = view;
  if (running !== null) return <BreakLeft running={running} atMs={view.atMs} />;
  if (pausedUntilMs !== null)
    return (
      <Dial level={0} tone="empty">
        <Standing
          word={t(view.presenting ? 'popup_presenting' : 'popup_paused')}
          detail={
            pausedUntilMs === 'open'
              ? t('popup_untilResume')
              : t('popup_until', momentInWords(pausedUntilMs, view.atMs))
          }
        />
      </Dial>
    );
  return (
    <Dial level={view.next === null ? 0 : view.progress} tone={toneOf(view)}>
      <Figure parts={screenTime(view.screenTimeMs)} />
    </Dial>
  );
}

function toneOf({ due, silence }: View): RingTone {
  if (!due) return 'tide';
  return silence !== null && LASTING.includes(silence.reason) ? 'held' : 'ember';
}

function screenTime(ms: number) {
  const minutes = wholeMinutes(ms);
  const hours = Math.floor(minutes / 60);
  const rest = { value: number(minutes % 60), unit: t('common_minuteUnit') };
  if (hours === 0) return [rest];
  return [{ value: number(hours), unit: t('common_hourUnit') }, rest];
}

/** Seconds are shown only in the last minute and a half. */
const SECONDS_FROM = 90;

function BreakLeft({ running, atMs }: { running: Break; atMs: number }) {
  const left = Math.ceil((running.endsAtMs - atMs) / SECOND_MS);
  const seconds = Math.min(Math.max(left, 0), running.seconds);
  const figure =
    seconds <= SECONDS_FROM
      ? { value: number(seconds), unit: t('popup_secondsLeft') }
      : { value: number(Math.ceil(seconds / 60)), unit: t('popup_minutesLeft') };
  return (
    <Dial level={seconds / running.seconds} tone="tide">
      <Figure parts={[figure]} />
    </Dial>
  );
}
