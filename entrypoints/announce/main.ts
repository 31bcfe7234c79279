import { CHIME_SECONDS, openSounds } from '../../components/sounds/sounds.ts';

/** Chromium’s worker can’t make a sound, so this page without a window does, and closes itself. */
openSounds().chime(Number(location.search.slice(1)));
setTimeout(() => window.close(), CHIME_SECONDS * 1000);
