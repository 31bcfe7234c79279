/** The one alarm: it means no more than "look at the clock". */
export const ALARM = 'exhale';
