import { t } from '../shell/words.ts';
import { Field } from './Field.tsx';
import { MANNERS, type Manner } from './manners.ts';
import { Segmented } from './Segmented.tsx';

interface MannerChoiceProps {
  manner: Manner;
  onChange: (manner: Manner) => void;
}

/** Gentle, standard or firm, and what each amounts to. */
export const MannerChoice = ({ manner, onChange }: MannerChoiceProps) => (
  <Field label={t('manner')} hint={t(`manner_${manner}_hint`)}>
    {(names) => (
      <Segmented
        {...names}
        value={manner}
        options={MANNERS.map((value) => ({ value, label: t(`manner_${value}`) }))}
        onChange={onChange}
      />
    )}
  </Field>
);
