import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

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
  '/strict':
    '<meta http-equiv="content-security-policy" content="default-src \'none\'"><p>Something.</p>',
  /** Has strong styles of its own. */
  '/loud': `<style>
    * { color: lime !important; background: hotpink !important; font-size: 50px !important; }
    div { display: none !important; }
    html > div { inset: auto !important; opacity: 0.1 !important; transform: scale(2) !important; }
  </style><p>Something.</p>`,
};

let server: Server | undefined;

/** The address of a page on this machine. */
export async function site(path: keyof typeof PAGES): Promise<string> {
  server ??= await new Promise<Server>((resolve) => {
    const opened = createServer(({ url: asked = '' }, response) => {
      const url = asked.replace(/\?.*/, '');
      const page = (PAGES as Record<string, string>)[url];
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' });
      response.end(`<!doctype html><title>${url.slice(1)}</title>${page ?? ''}`);
    });
    opened.unref();
    opened.listen(0, '127.0.0.1', () => resolve(opened));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}
