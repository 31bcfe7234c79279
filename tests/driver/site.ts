import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';

const PAPER = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>endobj
4 0 obj<</Length 35>>stream
0.5 0.7 0.9 rg 50 50 200 200 re f
endstream endobj
trailer<</Root 1 0 R>>
`;

/** The pages of a person's work. */
const PAGES = {
  '/typing': '<textarea autofocus rows="20" cols="80"></textarea>',
  '/reading': '<p>Something to read.</p>',
  '/sound': `<button style="width:400px;height:300px">Play</button><script>
    document.querySelector('button').onclick = () => {
      const context = new AudioContext();
      const tone = new OscillatorNode(context);
      tone.connect(context.destination);
      tone.start();
    };
  </script>`,
  /** Allows only itself: no scripts and no styles. */
  '/strict': '<p>Something.</p>',
  /** Has strong styles of its own. */
  '/loud': `<style>
    * { color: lime !important; background: hotpink !important; font-size: 50px !important; }
    div { display: none !important; }
    html > div { inset: auto !important; opacity: 0.1 !important; transform: scale(2) !important; }
  </style><p>Something.</p>`,
  /** Never finishes loading. */
  '/endless': '<p>Something',
  '/paper.pdf': PAPER,
};

let server: Server | undefined;

/** The address of a page on this machine. */
export async function site(path: keyof typeof PAGES): Promise<string> {
  server ??= await new Promise<Server>((resolve) => {
    const opened = createServer(({ url: asked = '' }, response) => {
      const url = asked.replace(/\?.*/, '');
      const page = (PAGES as Record<string, string>)[url];
      const type = page === PAPER ? 'application/pdf' : 'text/html';
      response.writeHead(page === undefined ? 404 : 200, {
        'content-type': type,
        ...(url === '/strict' && { 'content-security-policy': "default-src 'none'" }),
      });
      if (page === PAPER) return void response.end(PAPER);
      response.write(`<!doctype html><title>${url.slice(1)}</title>${page ?? ''}`);
      if (url !== '/endless') response.end();
    });
    opened.unref();
    opened.listen(0, '127.0.0.1', () => resolve(opened));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

/** Addresses over which no browser lets a card lie. */
export const withoutCard = async (): Promise<string[]> => [
  pathToFileURL('README.md').href,
  `view-source:${await site('/reading')}`,
  await site('/endless'),
  // No server answers there.
  'http://127.0.0.1:9/',
];
