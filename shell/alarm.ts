/** The only alarm. It means "look at the clock" and nothing else. */
export const ALARM = 'exhale';
