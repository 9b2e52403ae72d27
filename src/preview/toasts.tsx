/** What was just done, with the way back, at the foot of the page; and what is said to those who do not see it. */

import { useEffect, useState } from "preact/hooks";
import { Button } from "./button.js";
import { countFindings } from "./group-findings.js";
import { IconButton } from "./icon-button.js";
import { Icon, SeverityIcon } from "./icons.js";
import { useSession } from "./session.js";
import type { Toast } from "./view-state.js";

/** Long enough to read and to reach «撤销»; a refusal stays until it is closed. */
const STAYS_MS = 8000;

export function Toasts() {
  const {
    view: { imports, toasts },
    words,
    commands,
  } = useSession();
  return (
    <div class="toasts" role="status">
      {imports?.isReading === true && (
        <div class="toast">
          <span class="spinner" />
          <span>
            {words.importing(imports.name)}
            {words.ofFiles(imports)}
          </span>
          <Button class="link" onClick={() => commands.stopImports()}>
            {words.stopImports}
          </Button>
        </div>
      )}
      {toasts.map((toast) => (
        <ToastLine key={toast.key} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toast: { key, text, remedy, undo, isRefusal } }: { readonly toast: Toast }) {
  const { words, dispatch, commands } = useSession();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isRefusal || isHeld) return;
    const timer = setTimeout(() => dispatch({ kind: "dismiss", key }), STAYS_MS);
    return () => clearTimeout(timer);
  }, [key, isRefusal, isHeld, dispatch]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by it; it stays while it is looked at
    <div
      class={`toast ${isRefusal ? "refusal" : ""}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {isRefusal ? <SeverityIcon severity="error" /> : <Icon name="tick" />}
      <span>
        {text}
        {remedy !== undefined && <span class="remedy">{remedy}</span>}
      </span>
      {undo !== undefined && (
        <Button
          class="link"
          onClick={() => {
            dispatch({ kind: "dismiss", key });
            commands.undo(undo);
          }}
        >
          {words.undo}
        </Button>
      )}
      <IconButton icon="close" label={words.close} onClick={() => dispatch({ kind: "dismiss", key })} />
    </div>
  );
}

/** Says each update once it is there: «已更新，2 个错误». */
export function LiveRegion() {
  const { preview, words } = useSession();
  const isSettled = preview.stage !== "building";
  return (
    <p class="unseen" aria-live="polite" data-revision={preview.revision}>
      {isSettled ? words.updated(countFindings(preview.findings).error) : ""}
    </p>
  );
}
