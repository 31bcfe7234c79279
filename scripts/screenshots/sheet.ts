import type { Flaw } from './clipped.ts';

/** A problem, and the picture that shows it. */
export interface Finding extends Flaw {
  picture: string;
}

export interface Picture {
  /** Its path, relative to the page. */
  file: string;
  screen: string;
  language: string;
  width: number;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** All pictures on one page, by screen, with the problems beside them. */
export function sheet(pictures: readonly Picture[], findings: readonly Finding[]): string {
  const screens = [...new Set(pictures.map(({ screen }) => screen))];
  const figure = ({
    file,
    width,
  }: Picture) => `<figure style="inline-size: ${Math.min(width, 640) / 2}px">
<a href="${file}"><img src="${file}" loading="lazy" alt=""></a>
<figcaption>${escaped(file)}${findings
    .filter(({ picture }) => picture === file)
    .map(({ is, at, text }) => `<br><b>${is}</b> ${escaped(`${at}: ${text}`)}`)
    .join('')}</figcaption></figure>`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Exhale, every screen</title>
<style>
  body { font: 14px/1.4 system-ui; margin: 24px; color-scheme: light dark }
  section > div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
  figure { margin: 0 } img { max-inline-size: 100%; outline: 1px solid #8886 }
  figcaption { font-size: 11px; overflow-wrap: anywhere } b { color: #c40 }
</style>
<h1>Exhale: ${pictures.length} pictures, ${findings.length} findings</h1>
<p>${screens.map((name) => `<a href="#${name}">${name}</a>`).join(' · ')}</p>
${screens
  .map(
    (name) => `<section id="${name}"><h2>${name}</h2><div>
${pictures
  .filter(({ screen }) => screen === name)
  .map(figure)
  .join('\n')}</div></section>`,
  )
  .join('\n')}
</html>
`;
}
