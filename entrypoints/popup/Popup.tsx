import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Command } from '../../core/engine/event.ts';
import type { View } from '../../core/engine/view.ts';
import type { Settings } from '../../core/records/settings.ts';
import type { CannotSave } from '../../shell/storage/unsaved.ts';
import { t } from '../../shell/words/t.ts';
import { Actions } from './Actions.tsx';
import type { Afterwards } from './afterwards.ts';
import { Footer } from './Footer.tsx';
import { Interval } from './Interval.tsx';
import { MessageArea, type Notice } from './MessageArea.tsx';
import styles from './Popup.module.css';
import { ScreenTimeDial } from './ScreenTimeDial.tsx';
import { Snoozes } from './Snoozes.tsx';
import { StatusLine } from './StatusLine.tsx';

export interface PopupProps {
  /** The dial is painted. All else is drawn only then, so that the dial is seen a third sooner. */
  painted?: boolean;
  afterwards: Afterwards | null;
  view: View;
  settings: Settings;
  /** Why the interval can’t be changed; null if it can. */
  intervalLocked?: string | null;
  /** Today in one line. */
  day?: ComponentChildren;
  /** When the next break would be due after a skip. */
  nextAfterSkipMs: number | null;
  maySkip: boolean;
  notice: Notice | null;
  cannotSave?: CannotSave;
  /** The words, which come after the first paint. */
  children: ComponentChildren;
  onCommand: (command: Command) => void;
  onGoToBreak: () => void;
  onOpenPage: (page: 'days' | 'settings' | 'sites') => void;
}

/** The toolbar popup. Things keep their places, only their content changes. */
export function Popup(props: PopupProps) {
  const { painted = true, view, settings } = props;
  const line = useRef<HTMLParagraphElement>(null);
  const acted = useRef(false);

  // The pressed button is gone, so reading continues at the line with the new state.
  useLayoutEffect(() => {
    if (acted.current && document.activeElement === document.body) line.current?.focus();
    acted.current = false;
  }, [view.phase, view.slowerUntilMs]);

  const act = (command: Command) => {
    acted.current = true;
    props.onCommand(command);
  };

  return (
    <main class={styles.popup}>
      <h1 class="visually-hidden">{t('extName')}</h1>
      <div class={styles.head}>
        <ScreenTimeDial view={view} />
        <StatusLine ref={line} view={view} settings={settings} />
      </div>
      {painted && <Rest {...props} act={act} />}
    </main>
  );
}

type RestProps = PopupProps & { act: (command: Command) => void };

/** All but the dial. */
function Rest(props: RestProps) {
  const { afterwards, view, settings, act, onCommand } = props;
  return (
    <>
      <Actions
        afterwards={afterwards}
        view={view}
        settings={settings}
        nextAfterSkipMs={props.nextAfterSkipMs}
        maySkip={props.maySkip}
        onCommand={act}
        onGoToBreak={props.onGoToBreak}
      />
      {view.phase === 'prompted' ? (
        <Snoozes
          snoozeMinutes={settings.snoozeMinutes}
          onSnooze={(minutes) => act({ type: 'snooze', minutes })}
        />
      ) : (
        <Interval
          view={view}
          settings={settings}
          locked={props.intervalLocked ?? null}
          onCommand={onCommand}
          onAsUsual={() => act({ type: 'endSlower' })}
        />
      )}
      <MessageArea notice={props.notice} cannotSave={props.cannotSave ?? null}>
        {props.children}
      </MessageArea>
      <Footer
        afterwards={afterwards}
        view={view}
        settings={settings}
        day={props.day}
        onCommand={act}
        onOpenPage={props.onOpenPage}
      />
    </>
  );
}
