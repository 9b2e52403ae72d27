/** The bar above: which issue, how it stands, how it is looked at, and what can be taken from it. */
import { useContext } from "preact/hooks";
import { Button } from "./button.js";
import { countFindings } from "./group-findings.js";
import { IconButton } from "./icon-button.js";
import { Icon, SeverityIcon } from "./icons.js";
import { Menu } from "./menu.js";
import { stepZoom, type Zoom } from "./page-rows.js";
import { Segments } from "./segments.js";
import { PageContext, useSession } from "./session.js";
import { shownSides } from "./view-state.js";
import type { Words } from "./words.js";

/** @param scale pixels for a point, as the desk shows pages now */
export function TopBar({ scale }: { readonly scale: number }) {
  const { view, preview, words, dispatch } = useSession();
  return (
    <header class="top">
      <div class="top-side">
        <IconButton
          icon="left"
          label={words.leftPanel}
          more="["
          isPressed={shownSides(view).left}
          onClick={() => dispatch({ kind: "fold", side: "left" })}
        />
        <h1 title={`${preview.issue.title}\n${preview.issue.manifest}`}>{preview.issue.title}</h1>
        <StatePill />
      </div>
      <div class="top-middle">
        <ViewSwitch />
        {view.view === "pages" && preview.pages.length > 0 && <ZoomTools scale={scale} />}
      </div>
      <div class="top-side end">
        <Button
          class="plain"
          title={words.details}
          onClick={() => dispatch({ kind: "dialog", dialog: { kind: "details" } })}
        >
          <Icon name="edit" />
          <span>{words.details}</span>
        </Button>
        <Button
          class="plain"
          title={words.history}
          disabled={preview.history.length === 0}
          onClick={() => dispatch({ kind: "dialog", dialog: { kind: "history" } })}
        >
          <Icon name="undo" />
          <span>{words.history}</span>
        </Button>
        <Downloads />
        <IconButton
          icon="keyboard"
          label={words.shortcuts}
          more="?"
          onClick={() => dispatch({ kind: "dialog", dialog: { kind: "shortcuts" } })}
        />
        <IconButton
          icon="right"
          label={words.rightPanel}
          more="]"
          isPressed={shownSides(view).right}
          onClick={() => dispatch({ kind: "fold", side: "right" })}
        />
      </div>
    </header>
  );
}

function StatePill() {
  const { view, preview, words } = useSession();
  const errors = countFindings(preview.findings).error;
  if (view.connection === "lost" || view.connection === "ended") return null;
  if (preview.stage === "building") return <span class="pill building">{words.building}</span>;
  if (preview.stage === "trouble") return <Pill severity="error" text={words.troublePill} />;
  if (errors > 0) return <Pill severity="error" text={words.refusedPill(errors)} />;
  return (
    <span class="pill good" title={`${(preview.milliseconds / 1000).toFixed(2)} s`}>
      <Icon name="tick" />
      {words.upToDate}
    </span>
  );
}

const Pill = ({ severity, text }: { severity: "error"; text: string }) => (
  <span class={`pill ${severity}`}>
    <SeverityIcon severity={severity} />
    {text}
  </span>
);

function ViewSwitch() {
  const { view, words, dispatch } = useSession();
  return (
    <Segments
      label={words.viewSwitch}
      chosen={view.view}
      choices={[
        ["pages", words.pages],
        ["web", words.web],
      ]}
      onChoose={(chosen) => dispatch({ kind: "view", view: chosen })}
    />
  );
}

function ZoomTools({ scale }: { readonly scale: number }) {
  const { view, words, dispatch } = useSession();
  const zoomTo = (zoom: Zoom) => () => dispatch({ kind: "zoom", zoom });
  return (
    <div class="tools">
      <IconButton icon="minus" label={words.zoomOut} more="-" onClick={zoomTo(stepZoom(scale, -1))} />
      <output class="percent" aria-label={words.zoom}>
        {Math.round(scale * 75)}%
      </output>
      <IconButton icon="plus" label={words.zoomIn} more="+" onClick={zoomTo(stepZoom(scale, 1))} />
      <IconButton
        icon="width"
        label={words.zoomWidth}
        more="0"
        isPressed={view.zoom === "width"}
        onClick={zoomTo("width")}
      />
      <IconButton
        icon="spread"
        label={words.spreadTitle}
        more="d"
        isPressed={view.isSpread}
        onClick={() => dispatch({ kind: "spread" })}
      />
      <PageNumber words={words} />
    </div>
  );
}

function PageNumber({ words }: { readonly words: Words }) {
  const { preview, dispatch } = useSession();
  const read = useContext(PageContext);
  const count = preview.pages.length;
  const go = (input: HTMLInputElement) => {
    const page = Math.round(Number(input.value));
    if (page >= 1 && page <= count) dispatch({ kind: "go", page });
    else input.value = String(read);
  };
  return (
    <label class="page-number">
      <input
        type="text"
        inputMode="numeric"
        aria-label={words.pageNumber}
        value={String(read)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => go(currentTarget)}
      />
      <span>/ {count}</span>
    </label>
  );
}

function Downloads() {
  const { preview, words } = useSession();
  if (preview.editions.length === 0) return null;
  return (
    <Menu
      icon="download"
      label={words.download}
      isOff={preview.stage === "refused" || preview.stage === "trouble"}
    >
      {preview.editions.map(({ edition, fileName }) => (
        <a key={edition} href={`/edition/${edition}?download`} download={fileName} title={fileName}>
          <strong>{edition.toUpperCase()}</strong>
          <span>{fileName}</span>
        </a>
      ))}
    </Menu>
  );
}
