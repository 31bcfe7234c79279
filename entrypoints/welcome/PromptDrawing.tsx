import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { Ring } from '../../components/kit/Ring.tsx';
import type { KindWish } from '../../core/kinds.ts';
import { inWords } from '../../shell/words/durations.ts';
import { offerLines } from '../../shell/words/offers.ts';
import styles from './PromptDrawing.module.css';

export interface PromptDrawingProps {
  /** `page` is the page of the break. */
  style: PromptStyle | 'page';
  minutes: number;
  kind: KindWish;
  seconds: number;
}

/** A small browser that shows where to look. Decoration: the words below say the same. */
export function PromptDrawing({ style, ...offered }: PromptDrawingProps) {
  const [howLong, offer] = offerLines(offered, inWords);
  const comesUp = style === 'smallWindow' || style === 'notification' || style === 'card';
  return (
    <div class={styles.drawing} aria-hidden="true">
      {style === 'tab' && (
        <div class={styles.tabs}>
          <span class={styles.tab} data-is="front">
            <span class={styles.line} />
          </span>
          <span class={styles.tab} data-is="reminder">
            <Ring size={16} level={1} tone="ember" />
            {offer}
          </span>
        </div>
      )}
      <div class={styles.bar}>
        <span class={styles.dot} />
        <span class={styles.dot} />
        <span class={styles.dot} />
        <span class={styles.address} />
        {style === 'icon' && (
          <span class={styles.icon}>
            <Ring size={22} level={1} tone="ember" />
          </span>
        )}
      </div>
      <div class={styles.page}>
        <span class={styles.line} data-is="title" />
        <span class={styles.line} />
        <span class={styles.line} />
        <span class={styles.line} />
        <span class={styles.line} data-is="short" />
        <span class={styles.line} />
        <span class={styles.line} data-is="short" />
      </div>
      {style === 'page' && (
        <div class={styles.break}>
          <Ring size={48} level={0.5} />
          <span>{howLong}</span>
        </div>
      )}
      {comesUp && (
        <div class={styles.prompt}>
          <div class={styles.words}>
            <Ring size={30} level={1} tone="ember" />
            <div>
              <div>{howLong}</div>
              <div class={styles.soft}>{offer}</div>
            </div>
          </div>
          <div class={styles.buttons}>
            <span class={styles.button} />
            <span class={styles.button} />
          </div>
        </div>
      )}
    </div>
  );
}
