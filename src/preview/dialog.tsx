/** A window over the page: the browser keeps the focus within and closes it by Esc; the focus goes back after. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "./icon-button.js";
import { useSession } from "./session.js";

export interface DialogFrameProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function DialogFrame({ title, isWide = false, onClose, children }: DialogFrameProps) {
  const { words } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      // While it is open nothing else takes the focus.
      shown?.close();
      // What had the focus may have been mended meanwhile, and be gone.
      const back =
        before?.isConnected === true ? before : document.querySelector('.finding-main[tabindex="0"]');
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, []);
  // A click beside it closes nothing: what was typed, or a plan, would be lost by a slip of the hand.
  return (
    <dialog
      ref={dialog}
      class={isWide ? "wide" : ""}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id="dialog-title">{title}</h2>
          <IconButton icon="close" label={words.close} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
