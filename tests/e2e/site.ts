import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages of somebody's work. */
const PAGES: Record<string, string> = {
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
};

let server: Server | undefined;

/** The address of a page on this machine. */
export async function site(path: '/typing' | '/reading' | '/sound'): Promise<string> {
  server ??= await new Promise<Server>((resolve) => {
    const opened = createServer(({ url = '' }, response) => {
      const page = PAGES[url];
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' });
      response.end(`<!doctype html><title>${url.slice(1)}</title>${page ?? ''}`);
    });
    opened.unref();
    opened.listen(0, '127.0.0.1', () => resolve(opened));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}
