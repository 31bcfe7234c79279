import { Article } from '../../components/evidence/Article.tsx';
import { Strengths } from '../../components/evidence/Strengths.tsx';
import { Unfold } from '../../components/evidence/Unfold.tsx';
import { ARTICLES, articleKey } from '../../core/explain/articles.ts';
import { THEME_IDS, THEMES } from '../../core/explain/themes.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Browse.module.css';

/** All explanations, by theme. */
export function Browse() {
  return (
    <>
      <p class={styles.hint}>{t('browse_hint')}</p>
      <div class={styles.themes}>
        {THEME_IDS.map((theme) => (
          <section key={theme} aria-labelledby={`theme-${theme}`}>
            <h3 id={`theme-${theme}`} class={styles.theme}>
              {t(`browse_${theme}`)}
            </h3>
            {THEMES[theme].map((id) => (
              <Unfold
                key={id}
                rank={4}
                title={t(articleKey(id, 'title'))}
                aside={<Strengths of={[ARTICLES[id].strength]} />}
              >
                <Article id={id} />
              </Unfold>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}
