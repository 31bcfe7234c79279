import { kindWord, type OfferedKind } from '../../core/kinds.ts';
import { length } from './durations.ts';
import { t } from './t.ts';

export interface Offered {
  kind: OfferedKind;
  /** The length of the break. */
  seconds: number;
}

/** How a length in seconds is put into words: short or written out. */
type LengthWords = (seconds: number) => string;

/**
 * The two lines of a prompt: how long, and what is offered; in a notice, how soon. Window, notification and
 * tab use the same.
 */
export function offerLines(
  { minutes, noticeSeconds = 0, ...offered }: Offered & { minutes: number; noticeSeconds?: number },
  lengthWords: LengthWords = length,
): [string, string] {
  return [
    noticeSeconds > 0
      ? t('prompt_notice', lengthWords(noticeSeconds))
      : howLong(minutes, lengthWords),
    offerLine(offered, lengthWords),
  ];
}

function howLong(minutes: number, lengthWords: LengthWords): string {
  if (minutes >= 60 && minutes < 65) return t('prompt_howLong_hour');
  // Over an hour, people count in steps of five minutes.
  const said = minutes < 60 ? minutes : Math.floor(minutes / 5) * 5;
  return minutes < 1 ? t('prompt_howLong_none') : t('prompt_howLong', lengthWords(said * 60));
}

/** “A minute to breathe?”, “Five quiet minutes?”. */
export function offerLine({ kind, seconds }: Offered, lengthWords: LengthWords = length): string {
  const word = kindWord(kind);
  if (seconds === 60) return t(`prompt_offer_${word}_minute`);
  if (seconds === 300) return t(`prompt_offer_${word}_five`);
  return t(`prompt_offer_${word}`, lengthWords(seconds));
}

/** The same offer within a line: “a minute to breathe?”. */
export const offerWithin = ({ kind, seconds }: Offered): string =>
  seconds === 60
    ? t(`popup_offer_${kindWord(kind)}_minute`)
    : t(`popup_offer_${kindWord(kind)}`, length(seconds));

/** The label of the button that begins this kind of break. */
export const beginWord = (kind: OfferedKind): string => t(`common_begin_${kindWord(kind)}`);

/** “a minute of breathing”, “5 min of stillness”. */
export const lengthOfKind = ({ kind, seconds }: Offered): string =>
  seconds === 60
    ? t(`popup_of_${kindWord(kind)}_minute`)
    : t(`popup_of_${kindWord(kind)}`, length(seconds));
