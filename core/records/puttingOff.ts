/** How hard it is to put a break off, the easiest first. Each is at least as strict as the one before. */
export const PUTTING_OFF = ['easy', 'wait', 'stay', 'firm'] as const;
export type PuttingOff = (typeof PUTTING_OFF)[number];

interface Rules {
  /** Skip is offered this many seconds after the question, and after postponing this often. */
  skipAfterSeconds: number;
  skipAfterSnoozes: number;
  /** Leaving before half of the break takes a second press. */
  staysForHalf: boolean;
  /** If an ask and its returns go unanswered, the page of the break opens, with a warning. */
  opensBreak: boolean;
}

export const RULES_OF: Record<PuttingOff, Rules> = {
  easy: { skipAfterSeconds: 0, skipAfterSnoozes: 0, staysForHalf: false, opensBreak: false },
  wait: { skipAfterSeconds: 30, skipAfterSnoozes: 0, staysForHalf: false, opensBreak: false },
  // A snooze lasts at least a minute, so one of them is stricter than any wait in seconds.
  stay: { skipAfterSeconds: 0, skipAfterSnoozes: 1, staysForHalf: true, opensBreak: false },
  firm: { skipAfterSeconds: 0, skipAfterSnoozes: 2, staysForHalf: true, opensBreak: true },
};
