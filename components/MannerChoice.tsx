import { t } from '../shell/words.ts';
import type { Labelled } from './labelled.ts';
import { MANNERS, type Manner } from './manners.ts';
import { Segmented } from './Segmented.tsx';

interface MannerChoiceProps extends Labelled {
  manner: Manner;
  onChange: (manner: Manner) => void;
}

/** Gentle, standard or firm. */
export const MannerChoice = ({ manner, onChange, ...names }: MannerChoiceProps) => (
  <Segmented
    {...names}
    value={manner}
    options={MANNERS.map((value) => ({ value, label: t(`manner_${value}`) }))}
    onChange={onChange}
  />
);
