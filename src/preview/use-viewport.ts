/** What of a scrolled element is seen, followed while it is scrolled and resized; once a frame at most. */
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

export interface Viewport {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const NOTHING: Viewport = { top: 0, width: 0, height: 0 };

export function useViewport(ref: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState(NOTHING);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const { scrollTop, clientWidth, clientHeight } = element;
      setViewport((before) =>
        before.top === scrollTop && before.width === clientWidth && before.height === clientHeight
          ? before
          : { top: scrollTop, width: clientWidth, height: clientHeight },
      );
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const observer = new ResizeObserver(later);
    observer.observe(element);
    element.addEventListener("scroll", later, { passive: true });
    look();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      element.removeEventListener("scroll", later);
    };
  }, [ref]);
  return viewport;
}
