import { withPatch } from '../../../core/records/settings.ts';
import type { Scenario } from '../../../core/simulate/scenario.ts';

/** The truth about each second, whether it is seen or not. */
export class Truth {
  /** Seconds at the screen up to each second. */
  readonly atScreen: number[] = [0];
  /** The number of invisible gaps that began so far. The end of a sound is seen at the next look. */
  readonly gaps: number[] = [0];
  readonly quiet: number[] = [0];
  readonly fullScreen: boolean[] = [];
  readonly call: boolean[] = [];
  readonly site: boolean[] = [];
  /** Seconds since the person came back from at least a minute away, as far back as can be known. */
  readonly backFor: number[] = [];
  readonly locked: boolean[] = [];

  constructor({ events, end, settings }: Scenario) {
    let current = settings;
    let detection = settings.detectionSeconds;
    let hands = false;
    let last = -86_400;
    let resumesAt = -1;
    let [locked, asleep, closed, sound, call, site, fullScreen] = Array<boolean>(7).fill(false);
    let next = 0;
    let counted = 0;
    let gaps = 0;
    let backAt = -86_400;
    let blind = false;
    let heard = false;
    let countedNow = 0;
    for (let t = 0; t <= end; t++) {
      if (hands) last = t;
      const quiet = t - last;
      const media = (sound || call) && !locked && !asleep && !closed && quiet <= 7200;
      const counts = hands || quiet < detection || (media && current.watchingCounts);
      if (hands) countedNow = 0;
      // Sound that begins within a minute of input keeps the person present, so all of that minute counts.
      if (media && !heard && current.watchingCounts && quiet <= 60) {
        counted += Math.max(0, quiet - 1 - countedNow);
        countedNow = quiet - 1;
      }
      heard = media === true;
      if (t > 0 && counts) {
        counted++;
        if (!hands) countedNow++;
      }
      const on = (): void => {
        // A sleep or a restart may hide an absence. Only what was seen completely counts here.
        if (!hands && t - last >= 60 && last >= 0 && !blind && !media) backAt = t;
        hands = true;
        last = t;
        blind = false;
      };
      if (resumesAt === t) on();
      for (; events[next]?.at === t; next++) {
        const event = events[next] as Scenario['events'][number];
        switch (event.type) {
          case 'active':
            resumesAt = -1;
            locked = false;
            asleep = false;
            on();
            break;
          case 'still':
            if (hands) resumesAt = t + event.seconds;
            if (event.seconds > 0) hands = false;
            break;
          case 'locked':
            hands = false;
            resumesAt = -1;
            locked = true;
            break;
          case 'sleep':
            hands = false;
            resumesAt = -1;
            asleep = true;
            blind = true;
            gaps++;
            break;
          case 'wake':
            asleep = false;
            break;
          case 'browser-closed':
            closed = true;
            blind = true;
            sound = call = site = fullScreen = false;
            gaps++;
            break;
          case 'browser-started':
            closed = false;
            break;
          case 'clock-jump':
            blind = true;
            gaps++;
            break;
          case 'sound':
            if (sound && !event.on && !hands) gaps++;
            if (!closed) sound = event.on;
            break;
          case 'call':
            if (call && !event.on && !hands) gaps++;
            if (!closed) call = event.on;
            break;
          case 'site':
            if (!closed) site = event.on;
            break;
          case 'full-screen':
            if (!closed) fullScreen = event.on;
            break;
          case 'settings': {
            const result = withPatch(current, event.patch);
            if (!asleep && !closed && result.ok) current = result.settings;
            detection = Math.max(detection, current.detectionSeconds);
            break;
          }
        }
      }
      if (hands) last = t;
      this.atScreen[t] = counted;
      this.gaps[t] = gaps;
      this.quiet[t] = t - last;
      this.fullScreen[t] = fullScreen as boolean;
      this.call[t] = call as boolean;
      this.site[t] = site as boolean;
      this.locked[t] = locked as boolean;
      this.backFor[t] = t - backAt;
    }
  }
}
