import { CHIME_SECONDS, openSounds } from '../../components/sounds/sounds.ts';
import { offscreen } from '../../shell/browser.ts';
import { wait } from '../../shell/clock.ts';

/** Plays the sound of a reminder. If it fails, the reminder is there all the same. */
export async function announce(loudnessPercent: number): Promise<void> {
  if (import.meta.env.FIREFOX) {
    const sounds = openSounds();
    sounds.chime(loudnessPercent);
    await wait(CHIME_SECONDS * 1000);
    sounds.close();
    return;
  }
  // There can be only one. If one is open, it is sounding.
  await offscreen()
    ?.createDocument({
      url: `/announce.html?${loudnessPercent}`,
      reasons: ['AUDIO_PLAYBACK'],
      justification: 'A soft sound announces a reminder.',
    })
    .catch(() => {});
}
