import { Button } from '../../components/kit/Button.tsx';
import { t } from '../../shell/words/t.ts';
import { PinDrawing } from './PinDrawing.tsx';
import type { PinPlace } from './pinPlace.ts';
import { Step } from './Step.tsx';

interface PinIconProps {
  place: PinPlace;
  /** Whether the icon is pinned to the toolbar; null if the browser does not tell. */
  pinned: boolean | null;
  focus: boolean;
  onNext: () => void;
}

/** Shows where to pin the icon, and says so as soon as it is pinned. */
export const PinIcon = ({ place, pinned, focus, onNext }: PinIconProps) => (
  <Step
    focus={focus}
    picture={<PinDrawing place={place} pinned={pinned === true} />}
    title={t(pinned ? 'welcome_pin_done' : 'welcome_pin_title')}
    text={pinned ? t('welcome_pin_why') : `${t(`welcome_pin_${place}`)} ${t('welcome_pin_why')}`}
    buttons={
      <Button look="primary" size={48} onPress={onNext}>
        {t('welcome_next')}
      </Button>
    }
  />
);
