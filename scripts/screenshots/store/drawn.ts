import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../setup/command.mjs';
import type { Size } from '../screens.ts';

interface Spoken {
  name: string;
  lang: string;
  dir: string;
}

const styleOf = (...files: string[]): string =>
  files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
const imageOf = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const page = ({ lang, dir }: Spoken, style: string, body: string): string =>
  `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><style>${style}</style>${body}</html>`;

/** Paragraphs of a page in no language: the lengths of their lines in percent. */
const PARAGRAPHS = [
  [97, 92, 99, 94, 61],
  [95, 98, 90, 42],
];

/** Hills over a lake, seen from far. */
const LANDSCAPE = `<svg class="landscape" viewBox="0 0 1280 380" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<defs>
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#dfe8ec"/><stop offset=".62" stop-color="#f3ebdd"/><stop offset="1" stop-color="#f6e4cf"/></linearGradient>
<linearGradient id="lake" x2="0" y2="1"><stop stop-color="#cfdfe4"/><stop offset="1" stop-color="#a9c6d0"/></linearGradient>
</defs>
<rect width="1280" height="380" fill="url(#sky)"/>
<circle cx="420" cy="172" r="34" fill="#fbf3e2"/>
<path d="M0 214C120 176 210 140 318 168S520 226 640 190 860 118 1000 158s190 60 280 34V300H0Z" fill="#c3d3da"/>
<path d="M0 250C140 214 260 232 380 246s190-40 330-30 220 52 330 30 160-44 240-30V300H0Z" fill="#9fb8c2"/>
<path d="M0 276C180 250 300 262 460 274s260 4 400-8 280-16 420-4V310H0Z" fill="#7f9fab"/>
<rect y="284" width="1280" height="96" fill="url(#lake)"/>
<path d="M300 312h240M352 330h150M390 348h84" stroke="#f4eee0" stroke-width="2.5" stroke-linecap="round" opacity=".75"/>
</svg>`;

/** A browser with a quiet page, and over it the popup at the toolbar icon, or the small window at the lower right. */
export function browserPage(
  as: 'popup' | 'window',
  screen: Buffer,
  { title, ...spoken }: Spoken & { title: string },
): string {
  const icon = as === 'popup' ? 'tide-4' : 'due';
  const toolbarIcon = imageOf(readFileSync(join(ROOT, `public/icon/${icon}-32.png`)));
  const bars = PARAGRAPHS.map(
    (lines) =>
      `<div class="paragraph">${lines.map((width) => `<i style="inline-size: ${width}%"></i>`).join('')}</div>`,
  );
  const shown = `<img src="${imageOf(screen)}" alt="">`;
  const over =
    as === 'popup'
      ? `<div class="popup">${shown}</div>`
      : `<div class="window"><p><bdi>${escaped(title)}</bdi><span>×</span></p>${shown}</div>`;
  return page(
    spoken,
    styleOf('components/theme.css', 'scripts/screenshots/store/page.css'),
    `<header><b>‹</b><b>›</b><span class="address">example.org</span><span class="icon" data-open="${as === 'popup'}"><img src="${toolbarIcon}" width="20" height="20" alt=""></span></header>
${LANDSCAPE}<main><i class="title"></i>${bars.join('')}</main>${over}`,
  );
}

/** The name and one line over the sea of a break. */
export function tile(
  { width }: Size,
  { name, line, ...spoken }: Spoken & { line: string },
): string {
  return page(
    { name, ...spoken },
    styleOf(
      'components/theme.css',
      'entrypoints/break/break.css',
      'scripts/screenshots/store/tile.css',
    ),
    `<div class="tile" data-scene="dusk" data-size="${width > 1000 ? 'large' : 'small'}">
<div class="light"></div><div class="sea back"></div><div class="sea middle"></div><div class="sea front"></div>
<svg class="ring" viewBox="-50 -50 100 100" aria-hidden="true"><path d="M14.3-46.9A49 49 0 1 1-14.3-46.9"/></svg>
<div class="words"><h1 lang="en">${escaped(name)}</h1><p>${escaped(line)}</p></div></div>`,
  );
}
