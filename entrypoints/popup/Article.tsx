import { References } from '../../components/evidence/References.tsx';
import { ARTICLES, type ArticleId, articleKey } from '../../core/explain/articles.ts';
import { said } from '../../shell/words/said.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Article.module.css';

interface ArticleProps {
  id: ArticleId;
}

/** A whole explanation, what its strength means, and its sources. The word for the strength is outside. */
export function Article({ id }: ArticleProps) {
  const { strength, sources } = ARTICLES[id];
  return (
    <>
      <p class={styles.text} {...said(articleKey(id, 'body'))} />
      <p class={styles.note}>{t(`strength_${strength}_meaning`)}</p>
      <div class={styles.note}>
        <b>{t('popup_sources')}</b>
        <References sources={sources} />
      </div>
    </>
  );
}
