/** Marks the address of a prompt that is only a test. */
export const TRIAL = '?test';
export const isTrial = (url: string): boolean => url.endsWith(TRIAL);

/** Between the test and the page that sent it. */
const CHANNEL = 'exhale-test';

/** A button of the test was pressed, so it was seen. */
export function tellPressed(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('pressed');
  channel.close();
}

/** Calls back when a button of a test was pressed. Returns a function that stops it. */
export function onPressed(pressed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', pressed);
  return () => channel.close();
}
