/**
 * The table of editions: a line each. All that is said or done for every edition goes by it – what is
 * built, in which order, under which name, what `--edition`, help, completion and the public API know –
 * so that a new edition is a folder beside this file and a line in it.
 *
 * It is read at every start of the command: data alone, what renders is loaded when it is needed.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import type {
  EditionFile,
  EditionInput,
  NumberedEditionInput,
  PaintedEditionInput,
  Render,
} from "./edition.js";

interface EditionFacts {
  /** as people call it */
  readonly label: string;
  /** what else they call it, in small letters: told as what was meant, never taken for it */
  readonly alsoCalled: readonly string[];
  /** of its file, without the dot */
  readonly extension: string;
  /** forms by name, and what each holds; the first is made where none is asked for. Most editions have but one, unnamed */
  readonly forms: Readonly<Record<string, Message>>;
  /** made where nobody asks for an edition by name */
  readonly isDefault: boolean;
  /** made to be put on the web: of what is secret it is not made unless it is asked for by name */
  readonly isForWeb: boolean;
  /** its file carries the faces, so that every character must have a glyph */
  readonly embedsFaces: boolean;
}

/** An edition whose file follows from the text alone is made before pages are laid out, or meanwhile: see build.ts. */
export interface UnpagedEdition extends EditionFacts {
  readonly needs: "text";
  /** @param form one of `forms`; undefined where there is none */
  readonly load: (form: string | undefined) => Promise<Render<EditionInput>>;
}

/** One that waits for page numbers. */
export interface NumberedEdition extends EditionFacts {
  readonly needs: "page-numbers";
  readonly load: (form: string | undefined) => Promise<Render<NumberedEditionInput>>;
}

/** One that is the pages: made where these are, be that another thread. */
export interface PaintedEdition extends EditionFacts {
  readonly needs: "pages";
  readonly load: (form: string | undefined) => Promise<Render<PaintedEditionInput>>;
}

export type Edition = UnpagedEdition | NumberedEdition | PaintedEdition;

const TABLE = {
  docx: {
    label: "DOCX",
    alsoCalled: ["word", "doc", ".docx", "office", "wps", "文档"],
    extension: "docx",
    forms: {},
    isDefault: true,
    isForWeb: false,
    needs: "page-numbers",
    embedsFaces: false,
    load: (): Promise<Render<NumberedEditionInput>> =>
      import("./docx/render-docx.js").then(({ renderDocx }) => renderDocx),
  },
  pdf: {
    label: "PDF",
    alsoCalled: [".pdf", "print", "印刷", "打印", "纸质", "版式"],
    extension: "pdf",
    forms: {},
    isDefault: true,
    isForWeb: false,
    needs: "pages",
    embedsFaces: true,
    load: (): Promise<Render<PaintedEditionInput>> =>
      import("./pdf/render-pdf.js").then(({ renderPdf }) => renderPdf),
  },
  html: {
    label: "HTML",
    alsoCalled: ["web", "htm", ".html", "网页", "网站", "网络"],
    extension: "html",
    forms: {
      page: { zh: "整页", en: "the whole page" },
      fragment: {
        zh: "只要正文部分，供粘贴到网站后台",
        en: "the article part alone, for a content management system",
      },
      plain: {
        zh: "正文部分，只用最简单的标签",
        en: "the article in the plainest tags alone",
      },
      wechat: {
        zh: "公众号稿，另有图片、标题、摘要",
        en: "the article for a WeChat official account, with pictures, title and digest beside it",
      },
    },
    isDefault: true,
    isForWeb: true,
    needs: "text",
    embedsFaces: false,
    load: (form) =>
      import("./html/html-forms.js").then(({ FORMS, renderHtml }) => FORMS.get(form) ?? renderHtml),
  },
  json: {
    label: "JSON",
    alsoCalled: [".json", "data", "api", "数据", "接口"],
    extension: "json",
    forms: {},
    isDefault: false,
    // For programs, on whichever machine: who asks for it by name has it of what is secret as well.
    isForWeb: false,
    needs: "text",
    embedsFaces: false,
    load: (): Promise<Render<EditionInput>> =>
      import("./json/render-json.js").then(({ renderJson }) => renderJson),
  },
} as const satisfies Readonly<Record<string, Edition>>;

export type EditionName = keyof typeof TABLE;

export const EDITIONS: Readonly<Record<EditionName, Edition>> = TABLE;

// Object.keys gives the names of the literal above.
export const EDITION_NAMES = Object.keys(TABLE) as readonly EditionName[];

/** Those that are made where nobody asks for one by name. */
export const DEFAULT_EDITIONS: readonly DefaultEditionName[] = EDITION_NAMES.filter(isDefaultEdition);

export type DefaultEditionName = {
  [Name in EditionName]: (typeof TABLE)[Name]["isDefault"] extends true ? Name : never;
}[EditionName];

function isDefaultEdition(name: EditionName): name is DefaultEditionName {
  return EDITIONS[name].isDefault;
}

export const isEditionName = (value: unknown): value is EditionName =>
  EDITION_NAMES.some((name) => name === value);

/** What was made: the file of one edition, with what goes beside it. */
export interface Artifact extends EditionFile {
  readonly edition: EditionName;
  /** undefined where the edition has but one */
  readonly form: string | undefined;
  /** there where it is of one item alone */
  readonly item?: NamedItem | undefined;
}

/** An item that goes out alone. */
export interface NamedItem {
  /** workspace path of the item */
  readonly path: string;
  /** of its files: 标题（单位） */
  readonly stem: string;
}

type FormOf<Name extends EditionName> = keyof (typeof TABLE)[Name]["forms"] & string;
type WithForms = { [Name in EditionName]: [FormOf<Name>] extends [never] ? never : Name }[EditionName];

/** Forms by name of the edition: what `--html fragment` asks for. */
export type FormChoices = { readonly [Name in WithForms]?: FormOf<Name> };

/** The same as options of a build: `htmlForm`. */
export type FormOptions = { readonly [Name in WithForms as `${Name}Form`]?: FormOf<Name> };

export const formsOf = (name: EditionName): readonly string[] => Object.keys(EDITIONS[name].forms);

/** Names of the editions that have forms. */
export const EDITIONS_WITH_FORMS: readonly EditionName[] = EDITION_NAMES.filter(
  (name) => formsOf(name).length > 0,
);

/** The option of a build, in the public API as well, that chooses a form. */
export const formOption = (name: EditionName): string => `${name}Form`;

/** @returns undefined where the edition has but one */
export function formOf(name: EditionName, options: FormOptions): string | undefined {
  const [, asked] = Object.entries(options).find(([option]) => option === formOption(name)) ?? [];
  return asked ?? formsOf(name)[0];
}

/** Every edition that has forms with one of them, be it that of nobody's choice. */
export function formOptions(choices: FormChoices): FormOptions {
  const chosen: ReadonlyMap<string, string> = new Map(Object.entries(choices));
  const options = EDITIONS_WITH_FORMS.map((name) => [formOption(name), chosen.get(name) ?? formsOf(name)[0]]);
  // Keys by formOption, values from the table or from choices of this type.
  return Object.fromEntries(options) as FormOptions;
}

/** @param stem of the files: its slug */
export const fileNameOf = (name: EditionName, stem: string): string => `${stem}.${EDITIONS[name].extension}`;

/** Forms whose file has others beside it, for those that look out for what builds write. */
export const FORMS_WITH_COMPANIONS: readonly string[] = ["wechat"];

/**
 * The folder beside an edition's file that holds what goes with it. It bears the stem, so that issues in one output folder
 * never meet in it.
 * @param form one of `forms`
 */
export const companionFolderOf = (stem: string, form: string): string => `${stem}-${form}`;

/** The folder beside the editions that holds the items of an issue alone. @param stem of the files */
export const itemsFolderOf = (stem: string): string => `${stem}${ITEMS_FOLDER_ENDING}`;

export const ITEMS_FOLDER_ENDING = "-单篇";

/** Labels of those that a build makes by itself, as a sentence lists them. */
export const LISTED_EDITIONS: Message = listed(DEFAULT_EDITIONS.map((name) => EDITIONS[name].label));

function listed(labels: readonly string[]): Message {
  const last = labels.at(-1) ?? "";
  const before = labels.slice(0, -1);
  return {
    zh: labels.join("、"),
    en: before.length === 0 ? last : `${before.join(", ")} and ${last}`,
  };
}
