import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Listening, listen } from './listen.ts';

/** In the world of Exhale's scripts, which the page does not see. */
const world = globalThis as { exhaleCard?: Listening | undefined };

/** Put into the page in view when there is something to ask, perhaps twice: only one of it listens. */
export default defineUnlistedScript(() => {
  if (world.exhaleCard?.isAlive() === true) return;
  world.exhaleCard?.stop();
  world.exhaleCard = listen(() => {
    world.exhaleCard = undefined;
  });
});
