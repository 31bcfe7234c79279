import { type Settings, withPatch } from '../../../core/records/settings.ts';
import type { Scenario, Told } from '../../../core/simulate/scenario.ts';

/** What is true of each second, whether or not the core can see it. */
export class Truth {
  /** Seconds at the screen up to each second. */
  readonly atScreen: number[] = [0];
  /** How many gaps that nothing can see began until then. The end of a sound is seen at the next look. */
  readonly gaps: number[] = [0];
  /** Seconds since the last input. */
  readonly quiet: number[] = [0];
  readonly fullScreen: boolean[] = [];
  readonly call: boolean[] = [];
  readonly site: boolean[] = [];
  readonly front: boolean[] = [];
  /** Seconds since the return from a minute away or more. */
  readonly backFor: number[] = [];
  readonly locked: boolean[] = [];

  private t = 0;
  private hands = false;
  private last = -86_400;
  private resumesAt = -1;
  private isLocked = false;
  private asleep = false;
  private closed = false;
  /** Something happened that nobody could see from end to end. */
  private blind = false;
  private world = { ...NOTHING_SHOWN };
  private heard = false;
  /** When the sound or the call ended that kept the person present; else null. */
  private quietSince: number | null = null;
  private gapsNow = 0;
  private backAt = -86_400;
  private counted = 0;
  /** How much of the stillness that lasts was counted. */
  private countedOfStillness = 0;
  private settings: Settings;
  /** The longest of the day so far. */
  private detection: number;

  constructor({ events, end, settings }: Scenario) {
    this.settings = settings;
    this.detection = settings.detectionSeconds;
    let next = 0;
    for (this.t = 0; this.t <= end; this.t++) {
      this.count();
      if (this.resumesAt === this.t) this.handsOn();
      for (; events[next]?.at === this.t; next++) this.happens(events[next] as Told);
      if (this.hands) this.last = this.t;
      this.record();
    }
  }

  private get off(): boolean {
    return this.asleep || this.closed;
  }

  private get quietSeconds(): number {
    return this.t - this.last;
  }

  private get media(): boolean {
    const { sound, call } = this.world;
    return (
      (sound || call || this.world['call-heard']) &&
      !this.isLocked &&
      !this.off &&
      this.quietSeconds <= 7200
    );
  }

  private count(): void {
    if (this.hands) {
      this.last = this.t;
      this.countedOfStillness = 0;
    }
    const watches = this.media && this.settings.watchingCounts;
    const quiet = this.quietSeconds;
    if (this.heard && !this.media)
      this.quietSince = this.countedOfStillness >= quiet - 2 ? this.t : null;
    const wasPassage = this.quietSince !== null && this.t - this.quietSince <= 301;
    // Sound that begins within a minute shows that the person stayed: all of that minute counts. So does a
    // quiet passage of a film.
    if (watches && !this.heard && (quiet <= 60 || wasPassage)) {
      this.counted += Math.max(0, quiet - 1 - this.countedOfStillness);
      this.countedOfStillness = quiet - 1;
    }
    this.heard = this.media;
    if (this.t === 0 || !(this.hands || quiet < this.detection || watches)) return;
    this.counted++;
    if (!this.hands) this.countedOfStillness++;
  }

  private handsOn(): void {
    // A sleep or a restart may hide an absence. Only what was seen completely counts here.
    const returns = !this.hands && this.quietSeconds >= 60 && this.last >= 0;
    if (returns && !this.blind && !this.heard) this.backAt = this.t;
    this.hands = true;
    this.last = this.t;
    this.blind = false;
  }

  private handsOff(): void {
    this.hands = false;
    this.resumesAt = -1;
  }

  private gap(): void {
    this.blind = true;
    this.gapsNow++;
  }

  private happens(event: Told): void {
    switch (event.type) {
      case 'active':
        this.resumesAt = -1;
        this.isLocked = false;
        this.asleep = false;
        this.handsOn();
        return;
      case 'still':
        if (this.hands) this.resumesAt = this.t + event.seconds;
        if (event.seconds > 0) this.hands = false;
        return;
      case 'locked':
        this.handsOff();
        this.isLocked = true;
        return;
      case 'sleep':
        this.handsOff();
        this.asleep = true;
        this.gap();
        return;
      case 'wake':
        this.asleep = false;
        return;
      case 'browser-closed':
        this.closed = true;
        this.world = { ...NOTHING_SHOWN };
        this.gap();
        return;
      case 'browser-started':
        this.closed = false;
        return;
      case 'clock-jump':
        this.gap();
        return;
      case 'sound':
      case 'call':
      case 'call-heard':
      case 'site':
      case 'front':
      case 'full-screen':
        this.show(event);
        return;
      case 'settings':
        this.change(event.patch);
    }
  }

  private show({ type, on }: { type: keyof typeof NOTHING_SHOWN; on: boolean }): void {
    const isHeard = type === 'sound' || type === 'call' || type === 'call-heard';
    if (isHeard && this.world[type] && !on && !this.hands) this.gapsNow++;
    if (!this.closed) this.world[type] = on;
  }

  private change(patch: unknown): void {
    const result = withPatch(this.settings, patch);
    if (!this.off && result.ok) this.settings = result.settings;
    this.detection = Math.max(this.detection, this.settings.detectionSeconds);
  }

  private record(): void {
    const { t, world } = this;
    this.atScreen[t] = this.counted;
    this.gaps[t] = this.gapsNow;
    this.quiet[t] = this.quietSeconds;
    this.fullScreen[t] = world['full-screen'];
    this.call[t] = world.call || world['call-heard'];
    this.site[t] = world.site;
    this.front[t] = world.front;
    this.locked[t] = this.isLocked;
    this.backFor[t] = t - this.backAt;
  }
}

const NOTHING_SHOWN = {
  sound: false,
  call: false,
  'call-heard': false,
  site: false,
  'full-screen': false,
  front: true,
};
