/** No sound begins or ends faster: a click would startle people with closed eyes. */
export const FADE_SECONDS = 0.08;

/** How far ahead to schedule: the audio clock has already rendered anything sooner. */
export const LEAD_SECONDS = 0.02;

export interface Fader {
  node: GainNode;
  /** Moves in a straight line from the current level. */
  to: (level: number, seconds: number) => void;
}

/**
 * A gain that moves in straight lines. It remembers its level, because not every browser can hold a gain in
 * the middle of a ramp.
 */
export function faderOn(context: BaseAudioContext, out: AudioNode, level: number): Fader {
  const node = context.createGain();
  node.gain.value = level;
  node.connect(out);
  let line = { from: level, to: level, beginsAt: 0, endsAt: 0 };
  const levelAt = (at: number) => {
    if (at >= line.endsAt) return line.to;
    const share = Math.max(0, (at - line.beginsAt) / (line.endsAt - line.beginsAt));
    return line.from + (line.to - line.from) * share;
  };

  return {
    node,
    to(next, seconds) {
      if (next === line.to) return;
      const now = context.currentTime;
      const beginsAt = now + LEAD_SECONDS;
      const from = levelAt(beginsAt);
      node.gain.cancelScheduledValues(now);
      // Draws the interrupted line again up to now.
      node.gain.setValueAtTime(levelAt(now), now);
      node.gain.linearRampToValueAtTime(from, beginsAt);
      node.gain.linearRampToValueAtTime(next, beginsAt + seconds);
      line = { from, to: next, beginsAt, endsAt: beginsAt + seconds };
    },
  };
}

export interface Place {
  /** Where the next sound plays. It fades in while the one before fades out. */
  enter: () => { into: AudioNode; keep: (sources: AudioScheduledSourceNode[]) => void };
  leave: () => void;
}

/**
 * A place for one sound at a time. Both fades are the same straight line, so that together they are never
 * louder than one.
 */
export function placeOn(context: BaseAudioContext, out: AudioNode): Place {
  let inside: { fader: Fader; sources: AudioScheduledSourceNode[] } | null = null;
  const leave = () => {
    if (inside === null) return;
    inside.fader.to(0, FADE_SECONDS);
    for (const source of inside.sources) source.stop(context.currentTime + 2 * FADE_SECONDS);
    inside = null;
  };
  return {
    leave,
    enter() {
      leave();
      const fader = faderOn(context, out, 0);
      const mine = { fader, sources: [] as AudioScheduledSourceNode[] };
      fader.to(1, FADE_SECONDS);
      inside = mine;
      return {
        into: fader.node,
        keep: (sources) => void mine.sources.push(...sources),
      };
    },
  };
}
