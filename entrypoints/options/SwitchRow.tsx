import { Field } from '../../components/kit/Field.tsx';
import { Toggle } from '../../components/kit/Toggle.tsx';

interface SwitchRowProps {
  label: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off. */
export function SwitchRow({ label, hint, on, onChange }: SwitchRowProps) {
  return (
    <Field label={label} hint={hint}>
      {(names) => <Toggle {...names} on={on} onChange={onChange} />}
    </Field>
  );
}
