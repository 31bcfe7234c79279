/**
 * How a control is named and described. A `Field` hands these to the control that it holds; a control
 * without a field gets a `label` of its own.
 */
export interface Labelled {
  id?: string | undefined;
  label?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  /** The last value was refused; the reason stands in the element that `describedBy` names. */
  invalid?: boolean | undefined;
}

export function ariaOf({ label, labelledBy, describedBy, invalid }: Labelled) {
  return {
    'aria-label': labelledBy ? undefined : label,
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    'aria-invalid': invalid ? ('true' as const) : undefined,
  };
}
