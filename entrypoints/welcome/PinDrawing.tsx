import { Ring } from '../../components/kit/Ring.tsx';
import styles from './PinDrawing.module.css';
import type { PinPlace } from './pinPlace.ts';

/** The button of the extensions menu, which has the same sign in each browser. */
const PUZZLE_PIECE =
  'M9.5 6.5V5.4a2.4 2.4 0 0 1 4.8 0v1.1h3.4q1.6 0 1.6 1.6v3.4h-1.1a2.4 2.4 0 0 0 0 4.8h1.1v3.2q0 1.6-1.6 1.6h-3.2v-1a2.4 2.4 0 0 0-4.8 0v1H6.6q-1.6 0-1.6-1.6v-3.2h-1a2.4 2.4 0 0 1 0-4.8h1V8.1q0-1.6 1.6-1.6Z';

/** The sign beside the extension's name in that menu. */
const SIGNS: Record<PinPlace, string> = {
  chromium: 'M9 4h6m-5 0v6l-3 4h10l-3-4V4m-2 10v6',
  edge: 'M2.5 12q4.2-6.5 9.5-6.5t9.5 6.5q-4.2 6.5-9.5 6.5t-9.5-6.5ZM12 9a3 3 0 1 0 0 6 3 3 0 1 0 0-6Z',
  firefox:
    'M12 9.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 1 0 0-4.8ZM12 5.8a6.2 6.2 0 1 0 0 12.4 6.2 6.2 0 1 0 0-12.4ZM12 3v2.8M12 18.2V21M3 12h2.8M18.2 12H21M5.6 5.6l2 2M16.4 16.4l2 2M18.4 5.6l-2 2M7.6 16.4l-2 2',
};

const Sign = ({ d, size }: { d: string; size: number }) => (
  <svg class={styles.sign} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
    <path d={d} />
  </svg>
);

/** The browser's toolbar with the open menu of extensions. Decoration: the words say the same. */
export const PinDrawing = ({ place, pinned }: { place: PinPlace; pinned: boolean }) => (
  <div class={styles.drawing} aria-hidden="true">
    <div class={styles.bar}>
      <span class={styles.address} />
      {pinned && (
        <span class={styles.spot}>
          <Ring size={24} level={0.55} />
        </span>
      )}
      <span class={pinned ? styles.plain : styles.spot}>
        <Sign d={PUZZLE_PIECE} size={24} />
      </span>
    </div>
    {!pinned && (
      <div class={styles.menu}>
        <div class={styles.row}>
          <span class={styles.other} />
          <span class={styles.line} />
        </div>
        <div class={styles.row}>
          <Ring size={24} level={0.55} />
          <span class={styles.name}>Exhale</span>
          <span class={styles.spot}>
            <Sign d={SIGNS[place]} size={20} />
          </span>
        </div>
      </div>
    )}
  </div>
);
