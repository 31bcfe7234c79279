import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import type { View } from '../../core/engine/view.ts';
import { dotsOf } from '../../core/evidence/strength.ts';
import { ARTICLES, articleKey } from '../../core/explain/articles.ts';
import type { Explanation } from '../../core/explain/explain.ts';
import { type Invitation, invitationOf } from '../../core/explain/invitation.ts';
import type { Because } from '../../core/explain/shown.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { duration, length, momentInWords } from '../../shell/words/durations.ts';
import { beginWord } from '../../shell/words/offers.ts';
import { writtenAs } from '../../shell/words/said.ts';
import { number, t, tn } from '../../shell/words/t.ts';
import { Article } from './Article.tsx';
import { Explanation as Explained } from './Explanation.tsx';
import styles from './ExplanationPanel.module.css';

interface ExplanationPanelProps {
  view: View;
  explanation: Explanation | null;
  onAnother: () => void;
  /** Begins the break that the article suggests. */
  onTry: (invitation: Invitation) => void;
}

/** The words for this moment: an explanation, or a note about what Exhale does. */
export function ExplanationPanel({ view, explanation, ...deeds }: ExplanationPanelProps) {
  const own = ownWords(view);
  if (own !== null)
    return (
      <Explained key={own.title} title={own.title} lead={own.lead} unfold={own.unfold}>
        <p class={styles.own}>{own.whole}</p>
      </Explained>
    );
  return (
    explanation && (
      <FromArticle explanation={explanation} inBreak={view.break !== null} {...deeds} />
    )
  );
}

type FromArticleProps = Omit<ExplanationPanelProps, 'view'> & {
  explanation: Explanation;
  inBreak: boolean;
};

function FromArticle({ explanation, inBreak, onAnother, onTry }: FromArticleProps) {
  const { article, because, tryThis, atMostSeconds } = explanation;
  const invitation = inBreak ? null : invitationOf(tryThis, atMostSeconds);
  const { strength } = ARTICLES[article];
  const title = useRef<HTMLHeadingElement>(null);
  const asked = useRef(false);
  // After "Another", reading continues at the new title.
  useEffect(() => {
    if (asked.current) title.current?.focus();
    asked.current = false;
  }, [article]);
  return (
    <Explained
      titleRef={title}
      title={t(articleKey(article, 'title'))}
      because={because === null ? undefined : becauseInWords(because)}
      lead={t(articleKey(article, 'lead'))}
      written={writtenAs(articleKey(article, 'title'))}
      strength={{ word: t(`strength_${strength}`), dots: dotsOf(strength) }}
      unfold={t('popup_why')}
    >
      <Article key={article} id={article} />
      {invitation && (
        <Button
          look="outlined"
          class={styles.try}
          detail={length(invitation.seconds)}
          onPress={() => onTry(invitation)}
        >
          {beginWord(invitation.kind)}
        </Button>
      )}
      <a class={styles.more} href="why.html" target="_blank" rel="noreferrer">
        {t('popup_moreWhy')}
      </a>
      <Button
        look="link"
        class={styles.another}
        onPress={() => {
          asked.current = true;
          onAnother();
        }}
      >
        {t('popup_another')}
      </Button>
    </Explained>
  );
}

function becauseInWords(because: Because): string {
  switch (because.key) {
    case 'because_away':
    case 'because_screen':
      return t(because.key, duration(because.minutes * MINUTE_MS));
    case 'because_unfit':
    case 'because_later':
      return tn(because.key, because.count);
    case 'because_tense':
      return t(because.key, number(because.rating));
    case 'because_eased':
      return t(because.key, number(because.before), number(because.after));
    default:
      return t(because.key);
  }
}

interface OwnWords {
  title: string;
  lead: string;
  unfold: string;
  whole: string;
}

/** The text about Exhale itself, if the moment needs one. */
function ownWords({ atMs, break: running, pausedUntilMs, silence, due }: View): OwnWords | null {
  if (running !== null) return null;
  if (pausedUntilMs !== null)
    return {
      title: t('popup_own_paused_title'),
      lead:
        pausedUntilMs === 'open'
          ? t('popup_own_paused_lead')
          : t('popup_own_paused_until_lead', momentInWords(pausedUntilMs, atMs)),
      unfold: t('popup_own_paused_unfold'),
      whole: t('popup_own_paused_whole'),
    };
  switch (silence?.reason) {
    case 'fullScreen':
    case 'call':
    case 'site':
    case 'watching':
    case 'elsewhere':
      if (!due) return null;
      return {
        title: t('popup_own_held_title'),
        lead: t(`popup_own_${silence.reason}_lead`),
        unfold: t('popup_own_held_unfold'),
        whole: t('popup_own_held_whole'),
      };
    case 'outsideHours':
      return {
        title: t('popup_own_hours_title'),
        lead:
          silence.untilMs === null
            ? t('popup_own_hours_lead')
            : t('popup_own_hours_until_lead', momentInWords(silence.untilMs, atMs)),
        unfold: t('popup_own_hours_unfold'),
        whole: t('popup_own_hours_whole'),
      };
    case 'noRhythm':
      return {
        title: t('popup_own_noRhythm_title'),
        lead: t('popup_own_noRhythm_lead'),
        unfold: t('popup_own_noRhythm_unfold'),
        whole: t('popup_own_noRhythm_whole'),
      };
    case 'paused':
    case 'away':
    case 'justBack':
    case 'skipped':
    case 'snoozed':
    case 'returning':
    case 'limit':
    case 'patience':
    case undefined:
      return null;
  }
}
