/** Marks the address of a prompt that is only a test. */
export const TRIAL = '?test';
export const isTrial = (url: string): boolean => url.endsWith(TRIAL);
