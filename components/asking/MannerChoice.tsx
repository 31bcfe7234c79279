import { t } from '../../shell/words/t.ts';
import type { Labelled } from '../kit/labelled.ts';
import { Segmented } from '../kit/Segmented.tsx';
import { MANNERS, type Manner } from './manners.ts';

interface MannerChoiceProps extends Labelled {
  manner: Manner;
  onChange: (manner: Manner) => void;
}

/** Chooses between gentle, standard and firm. */
export const MannerChoice = ({ manner, onChange, ...names }: MannerChoiceProps) => (
  <Segmented
    {...names}
    value={manner}
    options={MANNERS.map((value) => ({ value, label: t(`manner_${value}`) }))}
    onChange={onChange}
  />
);
