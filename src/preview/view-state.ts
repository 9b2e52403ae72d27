/**
 * What the page knows and shows: the last state of the server, and what the reader has chosen. Changed by
 * `reduceView` alone; knows neither the document nor the network.
 */
import { type Filter, followFinding, isInItem } from "./group-findings.js";
import { findChangedPages, type Zoom } from "./page-rows.js";
import type {
  FindingState,
  ImportPlan,
  ItemState,
  PageState,
  PreviewState,
  Refusal,
  SectionState,
} from "./protocol.js";

export type Dialog =
  | { readonly kind: "details" }
  | { readonly kind: "shortcuts" }
  | { readonly kind: "history" }
  | { readonly kind: "import"; readonly plan: ImportPlan };

export interface Imports {
  readonly name: string;
  /** from 1 */
  readonly at: number;
  readonly total: number;
  /** it is read still; then it waits to be accepted */
  readonly isReading: boolean;
}

export interface Toast {
  readonly key: number;
  readonly text: string;
  readonly remedy?: string;
  /** id of the change that a press of «撤销» takes back */
  readonly undo?: string;
  readonly isRefusal: boolean;
}

export interface ViewState {
  readonly preview?: PreviewState;
  /** `ended`: the server runs no more under this address */
  readonly connection: "connecting" | "open" | "lost" | "ended";
  readonly view: "pages" | "web";
  readonly webWidth: "phone" | "desktop";
  readonly zoom: Zoom;
  readonly isSpread: boolean;
  readonly side: "items" | "thumbnails";
  readonly areSidesOpen: { readonly left: boolean; readonly right: boolean };
  /** the window has no room for both panels beside the page */
  readonly isNarrow: boolean;
  /** page that is read */
  readonly page: number;
  /** path of the item that was chosen last, by itself or by a finding in it */
  readonly pointed?: string;
  /** where the desk is to go; a new object each time */
  readonly target?: { readonly page: number; readonly y?: number };
  /** id of a finding of `preview` */
  readonly chosen?: string;
  readonly filter: Filter;
  readonly changedPages: readonly number[];
  /** items where they were put, until the server has said so of the last of them */
  readonly moved?: readonly SectionState[];
  readonly dialog?: Dialog;
  /** which of the dropped files has its turn */
  readonly imports?: Imports;
  /** of a file that was read while a window was open: shown when that is closed */
  readonly plan?: ImportPlan;
  readonly toasts: readonly Toast[];
  /** key of the next toast */
  readonly nextToast: number;
  /** what is being done: keys of commands */
  readonly busy: readonly string[];
}

export type ViewEvent =
  | { readonly kind: "state"; readonly preview: PreviewState }
  | { readonly kind: "connection"; readonly connection: ViewState["connection"] }
  | { readonly kind: "view"; readonly view: ViewState["view"] }
  | { readonly kind: "webWidth"; readonly webWidth: ViewState["webWidth"] }
  | { readonly kind: "zoom"; readonly zoom: Zoom }
  | { readonly kind: "spread" }
  | { readonly kind: "side"; readonly side: ViewState["side"] }
  | { readonly kind: "narrow"; readonly isNarrow: boolean }
  | { readonly kind: "fold"; readonly side: "left" | "right" }
  | { readonly kind: "read"; readonly page: number }
  | { readonly kind: "go"; readonly page: number; readonly y?: number; readonly item?: string }
  | { readonly kind: "choose"; readonly id: string | undefined; readonly isStill?: boolean }
  | { readonly kind: "filter"; readonly filter: Filter }
  | { readonly kind: "moved"; readonly sections: readonly SectionState[] }
  | { readonly kind: "dialog"; readonly dialog: Dialog | undefined }
  | { readonly kind: "planned"; readonly plan: ImportPlan }
  | { readonly kind: "imports"; readonly imports: Imports | undefined }
  | { readonly kind: "done"; readonly message: string; readonly undo?: string }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "dismiss"; readonly key: number }
  | { readonly kind: "busy"; readonly key: string; readonly isBusy: boolean };

export const FIRST_VIEW: ViewState = {
  connection: "connecting",
  view: "pages",
  webWidth: "desktop",
  zoom: "width",
  isSpread: false,
  side: "items",
  areSidesOpen: { left: true, right: true },
  isNarrow: false,
  page: 1,
  filter: "all",
  changedPages: [],
  toasts: [],
  nextToast: 1,
  busy: [],
};

/** Of what was done; more would cover the page. What was refused stays until it is closed. */
const MOST_DONE = 3;

export function reduceView(view: ViewState, event: ViewEvent): ViewState {
  switch (event.kind) {
    case "state":
      return takeState(view, event.preview);
    case "connection":
      return view.connection === event.connection ? view : { ...view, connection: event.connection };
    case "view":
      return { ...view, view: event.view };
    case "webWidth":
      return { ...view, webWidth: event.webWidth };
    case "zoom":
      return { ...view, zoom: event.zoom };
    case "spread":
      return { ...view, isSpread: !view.isSpread };
    case "side":
      return { ...view, side: event.side };
    case "fold":
      return { ...view, areSidesOpen: foldSide(view, event.side) };
    case "narrow":
      return { ...view, isNarrow: event.isNarrow };
    case "read":
      return view.page === event.page ? view : { ...view, page: event.page };
    case "go":
      return { ...view, view: "pages", target: targetOf(event), ...pointedTo(event.item) };
    case "choose":
      return choose(view, event.id, event.isStill === true);
    case "filter":
      return { ...view, filter: event.filter };
    case "moved":
      return { ...view, moved: event.sections };
    case "dialog":
      return withDialog(view, event.dialog);
    case "planned":
      return withDialog({ ...view, plan: event.plan }, view.dialog);
    case "imports": {
      const { imports: _, ...rest } = view;
      return event.imports === undefined ? rest : { ...rest, imports: event.imports };
    }
    case "done":
      // What nothing undoes has changed nothing, and no state follows it.
      return addToast(event.undo === undefined ? asSaid(view) : view, {
        text: event.message,
        isRefusal: false,
        ...(event.undo === undefined ? {} : { undo: event.undo }),
      });
    case "refused": {
      const { problem, remedy } = event.refusal;
      return addToast(asSaid(view), { text: problem, remedy, isRefusal: true });
    }
    case "dismiss":
      return { ...view, toasts: view.toasts.filter(({ key }) => key !== event.key) };
    case "busy":
      return {
        ...view,
        busy: [...view.busy.filter((key) => key !== event.key), ...(event.isBusy ? [event.key] : [])],
      };
  }
}

/** The order as the server said it last. */
function asSaid({ moved: _, ...view }: ViewState): ViewState {
  return view;
}

/** The panels that are open: in a narrow window one, that of the findings before that of the items. */
export const shownSides = ({
  areSidesOpen,
  isNarrow,
}: Pick<ViewState, "areSidesOpen" | "isNarrow">): ViewState["areSidesOpen"] =>
  isNarrow && areSidesOpen.right ? { left: false, right: true } : areSidesOpen;

function foldSide(view: ViewState, side: "left" | "right"): ViewState["areSidesOpen"] {
  const shown = shownSides(view);
  const other = side === "left" ? "right" : "left";
  const isOpened = !shown[side];
  return { ...shown, [side]: isOpened, ...(isOpened && view.isNarrow && { [other]: false }) };
}

function takeState(view: ViewState, preview: PreviewState): ViewState {
  const before = view.preview;
  const chosen = followFinding(before?.findings ?? [], view.chosen, preview.findings);
  const { chosen: _, moved, ...rest } = view;
  const isMoving = view.busy.some((key) => key.startsWith("move "));
  return {
    ...rest,
    preview,
    page: Math.max(1, Math.min(view.page, preview.pages.length)),
    changedPages: before === undefined ? [] : changedFrom(before.pages, preview.pages),
    ...(chosen === undefined ? {} : { chosen }),
    ...(isMoving && moved !== undefined && { moved }),
  };
}

const changedFrom = (before: readonly PageState[], after: readonly PageState[]): readonly number[] =>
  before.length === 0 ? [] : findChangedPages(before, after);

/** @param isStill chosen on the page itself, which therefore need not go anywhere */
function choose(view: ViewState, id: string | undefined, isStill: boolean): ViewState {
  const { chosen: _, ...rest } = view;
  const finding = view.preview?.findings.find((each) => each.id === id);
  if (finding === undefined) return rest;
  const mark = finding.marks[0];
  const { severity } = finding;
  const filter = view.filter === "all" || view.filter === severity ? view.filter : "all";
  const shown = { ...rest, chosen: finding.id, filter, ...pointedTo(itemOf(view, finding)?.path) };
  if (isStill) return { ...shown, areSidesOpen: { ...view.areSidesOpen, right: true } };
  const target = mark ?? findItemPage(view, finding);
  return target === undefined || view.view !== "pages" ? shown : { ...shown, target: targetOf(target) };
}

/** Where its item begins, for a finding that has no place on a page. */
function findItemPage(view: ViewState, finding: FindingState): { readonly page: number } | undefined {
  const page = itemOf(view, finding)?.page;
  return page === undefined ? undefined : { page };
}

const itemOf = ({ preview }: ViewState, finding: FindingState): ItemState | undefined =>
  preview?.sections.flatMap(({ items }) => items).find(({ path }) => isInItem(finding, path));

const pointedTo = (pointed: string | undefined) => (pointed === undefined ? {} : { pointed });

const targetOf = ({ page, y }: { readonly page: number; readonly y?: number }) =>
  y === undefined ? { page } : { page, y };

function withDialog(view: ViewState, dialog: Dialog | undefined): ViewState {
  const { dialog: _, plan, ...rest } = view;
  if (dialog !== undefined) return { ...view, dialog };
  return plan === undefined ? rest : { ...rest, dialog: { kind: "import", plan } };
}

function addToast(view: ViewState, toast: Omit<Toast, "key">): ViewState {
  const others = view.toasts.filter(({ text, isRefusal }) => !(isRefusal && text === toast.text));
  const toasts = [...others, { ...toast, key: view.nextToast }];
  const done = toasts.filter(({ isRefusal }) => !isRefusal).slice(-MOST_DONE);
  return {
    ...view,
    toasts: toasts.filter((each) => each.isRefusal || done.includes(each)),
    nextToast: view.nextToast + 1,
  };
}
