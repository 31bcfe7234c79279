import { Sources } from '../../components/evidence/Source.tsx';
import { Unfold } from '../../components/evidence/Unfold.tsx';
import { FINDINGS, PARAGRAPHS, PIECE_IDS, PIECES } from '../../core/explain/pieces.ts';
import { pageUrl } from '../../shell/addresses.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Pieces.module.css';

/** Three longer texts for further reading. */
export function Pieces() {
  return (
    <>
      <p class={styles.hint}>{t('why_pieces_hint')}</p>
      {PIECE_IDS.map((piece) => (
        <Unfold key={piece} rank={3} title={t(`why_${piece}_title`)} note={t(`why_${piece}_about`)}>
          <div class={styles.text}>
            {PARAGRAPHS.map((nth) => (
              <p key={nth}>{t(`why_${piece}_${nth}`)}</p>
            ))}
          </div>
          <div class={styles.sources}>
            <h4>{t('why_sources')}</h4>
            <Sources of={PIECES[piece]} />
          </div>
        </Unfold>
      ))}
      <Unfold rank={3} title={t('why_research_title')} note={t('why_research_about')}>
        <div class={styles.text}>
          <p>{t('why_research_intro')}</p>
          {FINDINGS.map((finding) => (
            <p key={finding}>
              <b class={styles.finding}>{t(`why_research_${finding}_title`)}</b>{' '}
              {t(`why_research_${finding}_text`)}
            </p>
          ))}
          <p>{t('why_research_limits')}</p>
          <p>{t('why_research_end')}</p>
        </div>
        <div class={styles.sources}>
          <h4>{t('why_sources')}</h4>
          <p>
            <a href={`${pageUrl('evidence')}#claims`}>{t('why_research_sources')}</a>
          </p>
        </div>
      </Unfold>
    </>
  );
}
