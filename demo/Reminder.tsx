import type { DemoBrowser } from './browser/browser.ts';
import { PageFrame } from './PageFrame.tsx';
import styles from './Reminder.module.css';
import { SAID } from './said.ts';

interface ReminderProps {
  browser: DemoBrowser;
  tabId: number;
  page: string | undefined;
  icon: string | undefined;
}

/** The small window: a bar, as systems draw it, and the page in it. It never takes the keyboard. */
export const Reminder = ({ browser, tabId, page, icon }: ReminderProps) => (
  <section class={styles.window} aria-label={SAID.reminderFrame}>
    <div class={styles.bar}>
      <img src={icon} width="16" height="16" alt="" />
      <span>{SAID.name}</span>
      <button
        type="button"
        class={styles.close}
        aria-label={SAID.close}
        onClick={() => browser.tabs.close(tabId)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M4 4l8 8M12 4l-8 8" />
        </svg>
      </button>
    </div>
    <PageFrame
      browser={browser}
      name="prompt"
      page={page}
      tabId={tabId}
      title={SAID.reminderFrame}
      class={styles.page}
    />
  </section>
);
