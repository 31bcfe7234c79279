import { MANNERS, type Manner } from '../../components/asking/manners.ts';
import type { Labelled } from '../../components/kit/labelled.ts';
import { Segmented } from '../../components/kit/Segmented.tsx';
import { t } from '../../shell/words/t.ts';

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
