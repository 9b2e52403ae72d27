/** A button with a short list under it, closed by Esc, by leaving it, or by choosing. */

import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Button } from "./button.js";
import { Icon } from "./icons.js";
import { moveInList } from "./list-moves.js";

export interface MenuProps {
  readonly icon: "download";
  readonly label: string;
  readonly isOff: boolean;
  readonly children: ComponentChildren;
}

export function Menu({ icon, label, isOff, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    }
    const links = [...(root.current?.querySelectorAll<HTMLElement>(".menu-list a") ?? [])];
    const next = moveInList(
      event.key,
      links.findIndex((link) => link.matches(":focus")),
      links.length,
    );
    if (next === undefined) return;
    event.preventDefault();
    links[next]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the button and links within
    <div
      class="menu"
      ref={root}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget) === true))
          setOpen(false);
      }}
    >
      <Button
        class="plain"
        ref={button}
        disabled={isOff}
        aria-expanded={isOpen}
        onClick={(event) => {
          // Safari gives a pressed button no focus, and without it nothing is left.
          event.currentTarget.focus();
          setOpen(!isOpen);
        }}
      >
        <Icon name={icon} />
        {label}
        <Icon name="down" />
      </Button>
      {isOpen && <div class="menu-list">{children}</div>}
    </div>
  );
}
