import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Listening, listen } from './listen.ts';

/** The global object of extension scripts, which the page can't see. */
const world = globalThis as { exhaleCard?: Listening | undefined };

/** Injected into the page when there is something to ask, perhaps twice. Only one copy listens. */
export default defineUnlistedScript(() => {
  if (world.exhaleCard?.isAlive() === true) return;
  world.exhaleCard?.stop();
  world.exhaleCard = listen(() => {
    world.exhaleCard = undefined;
  });
});
