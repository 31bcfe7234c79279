import type { ComponentChildren } from 'preact';
import { Button } from '../../components/kit/Button.tsx';
import { t } from '../../shell/words/t.ts';
import { Step } from './Step.tsx';

interface NotifyFirstProps {
  /** The browser has a small window, though most desktops here hide it. */
  hasWindow: boolean;
  picture: ComponentChildren;
  focus: boolean;
  note: ComponentChildren;
  onAllow: () => void;
  onWindow: () => void;
  onTab: () => void;
}

/** Offers notifications where they are the way that is most likely to be seen. */
export const NotifyFirst = (props: NotifyFirstProps) => (
  <Step
    focus={props.focus}
    picture={props.picture}
    title={t('welcome_see_title')}
    text={t(props.hasWindow ? 'welcome_see_allow_window' : 'welcome_see_allow')}
    buttons={
      <>
        <Button look="primary" size={48} onPress={props.onAllow}>
          {t('welcome_see_allow_button')}
        </Button>
        <Button look="outlined" size={48} onPress={props.hasWindow ? props.onWindow : props.onTab}>
          {t(props.hasWindow ? 'welcome_see_windowInstead' : 'welcome_see_tabInstead')}
        </Button>
      </>
    }
    after={props.note}
  />
);
