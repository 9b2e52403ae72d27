/** What a click on the page's text says: the file and line of it, to copy or to open. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button.js";
import { Icon } from "./icons.js";
import type { PagePlace } from "./protocol.js";
import { useSession } from "./session.js";

export interface Asked {
  readonly place: PagePlace;
  /** of the click, in points */
  readonly x: number;
  readonly y: number;
}

export interface PlacePopoverProps {
  readonly asked: Asked;
  readonly scale: number;
  /** of the page, in CSS pixels */
  readonly width: number;
  readonly onClose: () => void;
}

/** What it takes at most beside the click, so that it stays on the page. */
const ROOM = 300;

export function PlacePopover({ asked: { place, x, y }, scale, width, onClose }: PlacePopoverProps) {
  const { words, commands } = useSession();
  const root = useRef<HTMLDivElement>(null);
  const [isCopied, setCopied] = useState(false);
  const name = `${place.path}:${place.line}`;
  useLayoutEffect(() => {
    const before = document.activeElement;
    root.current?.querySelector("button")?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [place]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      class="popover"
      role="dialog"
      aria-label={name}
      ref={root}
      // What is pressed within and takes no focus (in Safari buttons neither) leaves it here.
      tabIndex={-1}
      style={{ left: `${Math.max(0, Math.min(x * scale, width - ROOM))}px`, top: `${y * scale + 14}px` }}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget) === true)) onClose();
      }}
    >
      <p>
        <span class="path">{place.path}</span>
        <span class="line">{words.place(place.line)}</span>
      </p>
      <div class="buttons">
        <Button class="small" onClick={() => commands.open(place.path, place.line)}>
          <Icon name="open" />
          {words.open}
        </Button>
        <Button class="small" onClick={() => void copyText(name).then(setCopied)}>
          <Icon name={isCopied ? "tick" : "copy"} />
          {isCopied ? words.copied : words.copyPlace}
        </Button>
      </div>
    </div>
  );
}

const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
