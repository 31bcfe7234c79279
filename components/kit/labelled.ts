/**
 * How a control is named and described. A `Field` passes these to its control. A control without a field gets
 * its own `label`.
 */
export interface Labelled {
  id?: string | undefined;
  label?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  /** The last value was refused. The element in `describedBy` says why. */
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
