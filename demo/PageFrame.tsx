import { useEffect, useRef } from 'preact/hooks';
import type { DemoBrowser } from './browser/browser.ts';

interface PageFrameProps {
  browser: DemoBrowser;
  name: string;
  /** Its document. */
  page: string | undefined;
  tabId?: number;
  /** For screen readers. A frame that is hidden needs none. */
  title?: string;
  class?: string | undefined;
  hidden?: boolean;
  /** It has the keyboard at once, like a tab that opens in front. */
  takesFocus?: boolean;
  /** It is as high as its page, up to this, like a popup. */
  mostHeight?: number;
}

/** A page of Exhale in a frame. Its document asks for its browser first. */
export function PageFrame({
  browser,
  name,
  page,
  tabId,
  takesFocus,
  mostHeight,
  ...rest
}: PageFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const { current } = frame;
    return () => {
      if (current) browser.leave(current);
    };
  }, [browser]);
  const loaded = () => {
    const { current } = frame;
    const body = current?.contentDocument?.body;
    if (!current || !body) return;
    if (takesFocus) current.contentWindow?.focus();
    if (mostHeight === undefined) return;
    const grown = new ResizeObserver(() => {
      current.style.blockSize = `${Math.min(mostHeight, body.offsetHeight)}px`;
    });
    grown.observe(body);
  };
  return (
    <iframe ref={frame} data-name={name} data-tab={tabId} srcdoc={page} onLoad={loaded} {...rest} />
  );
}
