import button from '../../kit/Button.module.css?inline';
import ring from '../../kit/Ring.module.css?inline';
import theme from '../../theme.css?inline';
import offer from '../Offer.module.css?inline';
import styles from './Card.module.css';
import card from './Card.module.css?inline';
import host from './host.css?inline';

/** A shadow root has no :root, so the theme belongs to one element there. */
const STYLES = [host, theme.replaceAll(':root', `.${styles.root}`), ring, button, offer, card].join(
  '\n',
);

/** Adds the styles to a shadow root and leaves the page unchanged. */
export function addStyles(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses style sheets to a script in a web page, but lets it add a style element despite the
    // page's policy. On our own pages it is the other way round.
    const style = document.createElement('style');
    style.textContent = STYLES;
    shadow.append(style);
  }
}
