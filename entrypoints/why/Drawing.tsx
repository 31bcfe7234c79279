import { useId, useRef, useState } from 'preact/hooks';
import { Slider } from '../../components/kit/Slider.tsx';
import { writtenAs } from '../../shell/words/said.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Drawing.module.css';
import {
  BODY,
  BODY_PARTS,
  type BodyPart,
  leanOf,
  MOST,
  type Side,
  STEP,
  voiceOf,
  voiceWordOf,
} from './lean.ts';
import { Nerves } from './Nerves.tsx';
import { Trace } from './Trace.tsx';
import { useDrift } from './useDrift.ts';

/** The two branches and what follows them. The slider moves the balance to one side. */
export function Drawing() {
  const [toRest, setToRest] = useState(MOST / 2);
  const figure = useRef<HTMLElement>(null);
  const id = useId();
  useDrift(figure, toRest);
  const lean = leanOf(toRest);

  /** Dragging the drawing itself moves the balance too. */
  const pull = (event: PointerEvent) => {
    // A touch may be the start of scrolling.
    const mayScroll = event.type === 'pointerdown' && event.pointerType === 'touch';
    if (event.buttons !== 1 || mayScroll) return;
    const drawing = event.currentTarget as Element;
    const { left, width } = drawing.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    const along = getComputedStyle(drawing).direction === 'rtl' ? 1 - share : share;
    setToRest(Math.round((along * MOST) / STEP) * STEP);
  };

  return (
    <figure
      ref={figure}
      class={styles.figure}
      {...writtenAs('why_balance')}
      style={{ '--doing': voiceOf('doing', toRest), '--resting': voiceOf('resting', toRest) }}
    >
      <div class={styles.balance}>
        <p class={styles.label}>
          <label for={`${id}-slider`}>{t('why_balance')}</label>
          <span aria-hidden="true">{t(`why_lean_${lean}`)}</span>
        </p>
        <Slider
          id={`${id}-slider`}
          value={toRest}
          min={0}
          max={MOST}
          step={STEP}
          describedBy={`${id}-say`}
          spoken={(value) => t(`why_lean_${leanOf(value)}`)}
          onChange={setToRest}
        />
        <p id={`${id}-say`} class={styles.say} key={lean}>
          {t(`why_say_${lean}`)}
        </p>
      </div>
      <div class={styles.drawing} aria-hidden="true" onPointerDown={pull} onPointerMove={pull}>
        <Nerves />
        <div class={styles.gears}>
          <Gear side="doing" toRest={toRest} />
          <Gear side="resting" toRest={toRest} />
        </div>
        {BODY_PARTS.map((part) => (
          <div key={part} class={styles.lane}>
            <p class={styles.name}>
              <span data-line={BODY[part].doing} data-side="doing" />
              {t(`why_part_${part}`)}
              <span data-line={BODY[part].resting} data-side="resting" />
            </p>
            {(['doing', 'resting'] as const).map((side) => (
              <div key={side} class={styles.end} data-side={side}>
                <Trace part={part} side={side} />
                <Caption part={part} side={side} toRest={toRest} />
              </div>
            ))}
          </div>
        ))}
        <p class={styles.lower}>{t('why_lower')}</p>
      </div>
      <p class={styles.legend} aria-hidden="true">
        {(['nerve', 'along'] as const).map((line) => (
          <span key={line}>
            <span class={styles.sample} data-line={line} />
            {t(`why_line_${line}`)}
          </span>
        ))}
      </p>
      <InWords />
    </figure>
  );
}

function Gear({ side, toRest }: { side: Side; toRest: number }) {
  const voice = voiceWordOf(side, toRest);
  return (
    <div class={styles.gear} data-side={side}>
      <p>{t(`why_${side}`)}</p>
      <p class={styles.branch}>{t(`why_${side}_branch`)}</p>
      <p class={styles.voice} key={voice}>
        {t(`why_voice_${voice}`)}
      </p>
    </div>
  );
}

function Caption({ part, side, toRest }: { part: BodyPart; side: Side; toRest: number }) {
  const quiet = voiceWordOf(side, toRest) === 'quiet';
  return (
    <p class={styles.caption} key={String(quiet)}>
      {quiet ? t(`why_part_${part}_${side}_quiet`) : t(`why_part_${part}_${side}`)}
    </p>
  );
}

/** The drawing in words. */
function InWords() {
  return (
    <div class="visually-hidden">
      <table>
        <caption>{t('why_drawing')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('why_table_part')}</th>
            <th scope="col">{`${t('why_doing')} (${t('why_doing_branch')})`}</th>
            <th scope="col">{`${t('why_resting')} (${t('why_resting_branch')})`}</th>
          </tr>
        </thead>
        <tbody>
          {BODY_PARTS.map((part) => (
            <tr key={part}>
              <th scope="row">{t(`why_part_${part}`)}</th>
              {(['doing', 'resting'] as const).map((side) => (
                <td key={side}>
                  {t(
                    'why_table_cell',
                    t(`why_part_${part}_${side}`),
                    t(`why_line_${BODY[part][side]}`),
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
