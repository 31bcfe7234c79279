/** Over 300 lines: the words of every script and when each is said, in one place. */

import type { KnownPattern } from '../patternIds.ts';
import type { QUESTIONS } from './preferences.ts';

/** Seconds into the first minute, or a phase of a breath, such as the second breath in. */
type At = number | readonly [cycle: number, phase: 'in' | 'topUp' | 'hold' | 'out' | 'holdOut'];

/**
 * How a script reaches someone who closes their eyes or looks away: a voice reads it, a bell marks each line, or
 * there is only what they see.
 */
export type By = 'voice' | 'bell' | 'sight';

export interface Script<Key extends string = string> {
  settle: Key;
  /** The lines of the first minute, without those about the end. */
  lines: readonly (readonly [at: At, key: Key])[];
  /** Announces the end, this many breaths or seconds before it; null if the last line is enough. */
  last: readonly [before: number, unit: 'breaths' | 'seconds', key: Key] | null;
  end: Key;
  /** Said in the middle of a session over a minute. */
  middle: Key | null;
  /** Said 20 s before the end of such a session. */
  nearEnd: Key | null;
  /** From five minutes on, one of these is said at each full minute. */
  more: readonly Key[];
  /** For massage and movement: how much slower the minute's script may be in a longer break. */
  stretch?: number;
  /** What differs without a voice. No line asks for closed or averted eyes if another is to be read meanwhile. */
  instead?: Partial<
    Record<Exclude<By, 'voice'>, Partial<Pick<Script<Key>, 'settle' | 'lines' | 'last' | 'middle'>>>
  >;
}

/** Lines also used for own patterns and for patterns at another pace. */
const EASILY = {
  last: [1, 'breaths', 'script_longExhale_last'],
  end: 'script_longExhale_end',
  middle: 'script_longExhale_less',
  nearEnd: 'script_longExhale_jaw',
  more: [
    'script_longExhale_shoulders',
    'script_longExhale_thoughts',
    'script_longExhale_smallAndSoft',
  ],
} as const;

const LONG_EXHALE = {
  settle: 'script_longExhale_settle',
  lines: [
    [[0, 'in'], 'script_longExhale_in'],
    [[0, 'out'], 'script_longExhale_out'],
    [[1, 'in'], 'script_longExhale_guide'],
    [[2, 'in'], 'script_longExhale_less'],
    [[3, 'in'], 'script_longExhale_jaw'],
    [[4, 'in'], 'script_longExhale_ownWay'],
  ],
  ...EASILY,
} as const satisfies Script;

const EVEN = {
  settle: 'script_even_settle',
  lines: [
    [[0, 'in'], 'script_even_in'],
    [[0, 'out'], 'script_even_out'],
    [[1, 'in'], 'script_even_same'],
    [[2, 'in'], 'script_even_light'],
    [[3, 'in'], 'script_even_nose'],
    [[4, 'in'], 'script_even_ownPace'],
  ],
  last: [1, 'breaths', 'script_even_last'],
  end: 'script_even_end',
  middle: 'script_even_light',
  nearEnd: 'script_even_nose',
  more: ['script_even_belly', 'script_even_notDeep'],
} as const satisfies Script;

const PAUSED = {
  settle: 'script_box_settle',
  last: [1, 'breaths', 'script_box_last'],
  end: 'script_box_end',
  middle: 'script_box_shorten',
  nearEnd: 'script_box_soft',
  more: ['script_box_around'],
} as const;

const BOX = {
  ...PAUSED,
  lines: [
    [[0, 'in'], 'script_box_in'],
    [[0, 'hold'], 'script_box_hold'],
    [[0, 'out'], 'script_box_out'],
    [[0, 'holdOut'], 'script_box_holdOut'],
    [[1, 'in'], 'script_box_around'],
    [[2, 'in'], 'script_box_shorten'],
    [[3, 'in'], 'script_box_soft'],
  ],
} as const satisfies Script;

const FOUR_SEVEN_EIGHT = {
  ...PAUSED,
  lines: [
    [[0, 'in'], 'script_box_in'],
    [[0, 'hold'], 'script_box_hold'],
    [[0, 'out'], 'script_longExhale_out'],
    [[1, 'in'], 'script_box_shorten'],
    [[2, 'in'], 'script_box_soft'],
  ],
} as const satisfies Script;

export const BREATHING = {
  longExhale: LONG_EXHALE,
  easy: LONG_EXHALE,
  even: EVEN,
  cyclicSighing: {
    settle: 'script_cyclicSighing_settle',
    lines: [
      [[0, 'in'], 'script_cyclicSighing_in'],
      [[0, 'topUp'], 'script_cyclicSighing_sip'],
      [[0, 'out'], 'script_cyclicSighing_sigh'],
      [[1, 'in'], 'script_cyclicSighing_again'],
      [[2, 'in'], 'script_cyclicSighing_tiny'],
      [[3, 'in'], 'script_cyclicSighing_noPushing'],
      [[4, 'in'], 'script_cyclicSighing_lightHeaded'],
    ],
    last: [1, 'breaths', 'script_cyclicSighing_last'],
    end: 'script_cyclicSighing_end',
    middle: 'script_cyclicSighing_tiny',
    nearEnd: 'script_cyclicSighing_noPushing',
    more: ['script_cyclicSighing_gentler', 'script_cyclicSighing_skip'],
  },
  noticing: {
    settle: 'script_noticing_settle',
    lines: [
      [0, 'script_noticing_breathe'],
      [10, 'script_noticing_where'],
      [25, 'script_noticing_stay'],
      [40, 'script_noticing_wander'],
    ],
    last: [8, 'seconds', 'script_noticing_widen'],
    end: 'script_noticing_end',
    middle: 'script_noticing_wander',
    nearEnd: 'script_noticing_stay',
    more: [],
  },
  box: BOX,
  fourSevenEight: FOUR_SEVEN_EIGHT,
} as const satisfies Record<KnownPattern, Script>;

/** The script of own patterns. */
export const OWN_BREATHING = {
  settle: 'script_longExhale_settle',
  lines: [
    [[0, 'in'], 'script_ownPattern_in'],
    [[1, 'in'], 'script_longExhale_less'],
    [[2, 'in'], 'script_longExhale_jaw'],
    [[3, 'in'], 'script_longExhale_ownWay'],
  ],
  ...EASILY,
} as const satisfies Script;

const STILL = {
  settle: 'script_stillness_settle',
  last: [5, 'seconds', 'script_stillness_open'],
  end: 'script_stillness_end',
  middle: 'script_stillness_still',
  nearEnd: null,
  more: [],
} as const;

/** A far look goes on until a bell; without one, until the person looks back. */
const FAR_BY_BELL = {
  settle: 'script_eyes_soon',
  lines: [[0, 'script_eyes_untilBell']],
  middle: null,
} as const;
const FAR_BY_SIGHT = {
  settle: 'script_eyes_soon',
  lines: [
    [0, 'script_eyes_glance'],
    [20, 'script_eyes_blink'],
  ],
  middle: null,
} as const;

export const STILLNESS = {
  plain: {
    ...STILL,
    lines: [
      [0, 'script_stillness_listen'],
      [8, 'script_stillness_weight'],
      [20, 'script_stillness_idle'],
      [40, 'script_stillness_nothing'],
    ],
    instead: {
      bell: { lines: [[0, 'script_stillness_close']], last: null, middle: null },
      sight: {
        lines: [
          [0, 'script_stillness_rest'],
          [8, 'script_stillness_weight'],
          [20, 'script_stillness_idle'],
          [40, 'script_stillness_nothing'],
        ],
        last: null,
      },
    },
  },
  farLook: {
    ...STILL,
    settle: 'script_eyes_settle',
    lines: [
      [0, 'script_eyes_find'],
      [8, 'script_eyes_rest'],
      [18, 'script_eyes_blink'],
    ],
    // The eyes are open already, so no line tells people to open them.
    last: null,
    instead: { bell: FAR_BY_BELL, sight: FAR_BY_SIGHT },
  },
  question: {
    ...STILL,
    lines: [
      [0, 'script_stillness_listen'],
      [8, 'question'],
      [20, 'script_stillness_noAnswer'],
    ],
    instead: {
      // It has to be read before the eyes close.
      bell: {
        lines: [
          [0, 'question'],
          [6, 'script_stillness_close'],
        ],
        last: null,
        middle: null,
      },
      sight: {
        lines: [
          [0, 'script_stillness_rest'],
          [8, 'question'],
          [20, 'script_stillness_noAnswer'],
        ],
        last: null,
      },
    },
  },
} as const satisfies Record<string, Script>;

/** The quiet questions. In a script, `question` stands for one of them. */
export const QUESTION_KEYS = {
  farthest: 'question_farthest',
  softest: 'question_softest',
  holding: 'question_holding',
  kind: 'question_kind',
  wait: 'question_wait',
} as const satisfies Record<(typeof QUESTIONS)[number], string>;

/** The body parts of a scan: six in one minute, eight in a longer one. */
export const SCAN = {
  settle: 'script_scan_settle',
  end: 'script_scan_end',
  short: [
    'script_scan_brow',
    'script_scan_jaw',
    'script_scan_shoulders',
    'script_scan_hands',
    'script_scan_belly',
    'script_scan_feet',
  ],
  long: [
    'script_scan_brow',
    'script_scan_eyes',
    'script_scan_jaw',
    'script_scan_shoulders',
    'script_scan_hands',
    'script_scan_belly',
    'script_scan_back',
    'script_scan_feet',
  ],
  pain: 'script_scan_pain',
  /** The line that replaces this key without a voice, when the eyes stay open. */
  open: { script_scan_eyes: 'script_scan_gaze' },
  settleByBell: 'script_scan_settleByBell',
} as const;

/** Movement and massage need no line in the middle or before the end. */
const DONE = { last: null, middle: null, nearEnd: null, more: [] } as const;

/** The steps of movement and massage. Both sides take equally long. */
export const STEPS = {
  movement: {
    settle: 'script_movement_settle',
    lines: [
      [0, 'script_movement_weight'],
      [10, 'script_movement_heels'],
      [20, 'script_movement_reach'],
      [32, 'script_movement_shoulders'],
      [42, 'script_movement_look'],
      [52, 'script_movement_shake'],
    ],
    end: 'script_movement_end',
    ...DONE,
    stretch: 1,
  },
  seated: {
    settle: 'script_movement_settleSeated',
    lines: [
      [0, 'script_movement_feet'],
      [10, 'script_movement_ankles'],
      [20, 'script_movement_reach'],
      [32, 'script_movement_shoulders'],
      [42, 'script_movement_look'],
      [52, 'script_movement_shake'],
    ],
    end: 'script_movement_endSeated',
    ...DONE,
    stretch: 5,
  },
  walk: {
    settle: 'script_movement_settle',
    lines: [[0, 'script_movement_walk']],
    end: 'script_movement_end',
    ...DONE,
    stretch: 1,
    instead: { bell: { lines: [[0, 'script_movement_walkByBell']] } },
  },
  /** The short walk of the long sequence, also used with `seated`. */
  stroll: {
    settle: 'script_movement_settle',
    lines: [[0, 'script_sequence_stroll']],
    end: 'script_movement_end',
    ...DONE,
    stretch: 1,
    instead: { bell: { lines: [[0, 'script_sequence_strollByBell']] } },
  },
  neck: {
    settle: 'script_neck_settle',
    lines: [
      [0, 'script_neck_left'],
      [5, 'script_neck_squeeze'],
      [15, 'script_neck_right'],
      [30, 'script_neck_back'],
      [36, 'script_neck_circles'],
      [48, 'script_neck_roll'],
      [54, 'script_neck_hang'],
    ],
    end: 'script_neck_end',
    ...DONE,
    stretch: 3,
  },
  hands: {
    settle: 'script_hands_settle',
    lines: [
      [0, 'script_hands_palmLeft'],
      [9, 'script_hands_fingersLeft'],
      [18, 'script_hands_palmRight'],
      [27, 'script_hands_fingersRight'],
      [36, 'script_hands_jaw'],
      [46, 'script_hands_scalp'],
      [54, 'script_hands_rest'],
    ],
    end: 'script_hands_end',
    ...DONE,
    stretch: 3,
  },
  neckOneHand: {
    settle: 'script_neckOneHand_settle',
    lines: [
      [0, 'script_neckOneHand_far'],
      [5, 'script_neck_squeeze'],
      [15, 'script_neckOneHand_near'],
      [30, 'script_neck_back'],
      [35, 'script_neck_circles'],
      [43, 'script_neckOneHand_across'],
      [54, 'script_neckOneHand_drop'],
    ],
    end: 'script_neck_end',
    ...DONE,
    stretch: 3,
  },
  handsOneHand: {
    settle: 'script_hands_settle',
    lines: [
      [0, 'script_handsOneHand_palm'],
      [9, 'script_handsOneHand_back'],
      [18, 'script_handsOneHand_fingers'],
      [27, 'script_handsOneHand_spread'],
      [36, 'script_handsOneHand_jaw'],
      [42, 'script_handsOneHand_jawAgain'],
      [48, 'script_handsOneHand_scalp'],
      [54, 'script_handsOneHand_rest'],
    ],
    end: 'script_handsOneHand_end',
    ...DONE,
    stretch: 3,
  },
  heart: {
    settle: 'script_heart_settle',
    lines: [
      [0, 'script_heart_hand'],
      [12, 'script_heart_warmth'],
      [30, 'script_heart_breath'],
      [50, 'script_heart_stay'],
    ],
    end: 'script_heart_end',
    ...DONE,
    stretch: 5,
  },
  eyes: {
    settle: 'script_eyes_settle',
    lines: [
      [0, 'script_eyes_find'],
      [8, 'script_eyes_rest'],
      [18, 'script_eyes_blink'],
      [28, 'script_eyes_green'],
      [40, 'script_eyes_edges'],
      [52, 'script_eyes_turn'],
    ],
    end: 'script_eyes_end',
    ...DONE,
    stretch: 2,
    instead: {
      bell: {
        ...FAR_BY_BELL,
        lines: [
          [0, 'script_eyes_untilBell'],
          [20, 'script_eyes_blinkByBell'],
          [42, 'script_eyes_turnByBell'],
        ],
      },
      sight: {
        ...FAR_BY_SIGHT,
        lines: [
          [0, 'script_eyes_glance'],
          [20, 'script_eyes_blink'],
          [42, 'script_eyes_turn'],
        ],
      },
    },
  },
  water: {
    settle: 'script_water_settle',
    lines: [
      [0, 'script_water_fetch'],
      [30, 'script_water_sip'],
    ],
    end: 'script_water_end',
    ...DONE,
    stretch: 3,
  },
} as const satisfies Record<string, Script>;
export type StepsId = keyof typeof STEPS;
export type StepKey = KeysOf<(typeof STEPS)[StepsId]>;
export type ScanKey = (typeof SCAN)['long'][number] | 'script_scan_gaze';

/** Said when the guide ends and the break goes on. */
export const UNGUIDED = 'script_unguided';
/** The first and last line of an own break. */
export const OWN_SETTLE = 'script_longExhale_settle';
export const OWN_END = 'script_own_end';

type KeysOf<S> =
  S extends Script<infer _>
    ?
        | S['settle' | 'end']
        | Exclude<S['middle' | 'nearEnd'], null>
        | S['lines'][number][1]
        | Exclude<S['last'], null>[2]
        | S['more'][number]
        | (S extends { instead: infer Others } ? KeysOfOther<Others[keyof Others]> : never)
    : never;
type KeysOfOther<Other> =
  | (Other extends { settle: infer Key } ? Key : never)
  | (Other extends { lines: readonly (readonly [At, infer Key])[] } ? Key : never);

export type ScriptKey =
  | KeysOf<(typeof BREATHING)[KnownPattern]>
  | KeysOf<typeof OWN_BREATHING>
  | Exclude<KeysOf<(typeof STILLNESS)[keyof typeof STILLNESS]>, 'question'>
  | StepKey
  | (typeof QUESTION_KEYS)[(typeof QUESTIONS)[number]]
  | (typeof SCAN)['settle' | 'settleByBell' | 'end' | 'pain']
  | ScanKey
  | typeof UNGUIDED
  | typeof OWN_END;
