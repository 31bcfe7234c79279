import button from '../../kit/Button.module.css?inline';
import ring from '../../kit/Ring.module.css?inline';
import theme from '../../theme.css?inline';
import offer from '../Offer.module.css?inline';
import styles from './Card.module.css';
import card from './Card.module.css?inline';
import host from './host.css?inline';

/** Within a shadow there is no root of a page: the theme is one element's, and what lies in it. */
const STYLES = [host, theme.replaceAll(':root', `.${styles.root}`), ring, button, offer, card].join(
  '\n',
);

/** Gives a shadow its styles, and the page around it none. */
export function addStyles(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox gives no sheets to a script in somebody's page, but lets it write styles whatever the page's policy
    // is. On our own pages it is the other way round.
    const style = document.createElement('style');
    style.textContent = STYLES;
    shadow.append(style);
  }
}
