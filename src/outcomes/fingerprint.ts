/**
 * What a piece of work asked of the disk and what it was told. The core reaches files, templates and
 * fonts through its surroundings alone and is a function of their answers: as long as the same
 * questions meet the same answers, and program and options are the same, its outcome is the same.
 * Used to skip unchanged issues (remember-outcomes.ts) and what is linted (remember-findings.ts).
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuildEnvironment } from "../build.js";
import { findVersion, packageFolder } from "../disk/package-files.js";
import type { FontFile } from "../fonts/face.js";
import {
  type FileContent,
  joinPath,
  type NamePattern,
  type ReadLimits,
  type Workspace,
} from "../read/workspace.js";
import { isObject, isText, listOf } from "./finding-shape.js";
import {
  type Door,
  listQuestion,
  ownQuestion,
  parseQuestion,
  patternOf,
  type Question,
  readQuestion,
} from "./question.js";

/** Questions in the order in which they were first asked, each with its answer: a digest, or names. */
export type Answers = Map<string, string | readonly string[]>;

export interface Trace {
  readonly answers: Answers;
  /** true where a question was answered in two ways, for a file changed while the work went on, or cannot be asked again */
  readonly isTorn: boolean;
}

/** The questions of a trace, and one digest of all the answers, as it is kept on disk. */
export interface Fingerprint {
  readonly questions: readonly string[];
  readonly digest: string;
}

export const isFingerprint = (value: unknown): value is Fingerprint =>
  isObject(value) && listOf(isText)(value.questions) && isText(value.digest);

/** @returns true for a file that the work itself makes: its coming and going changes nothing */
export type IsOwn = (path: string) => boolean;

/** The same surroundings, and what is asked of them. */
export function observe(environment: BuildEnvironment): {
  readonly environment: BuildEnvironment;
  readonly trace: () => Trace;
} {
  const answers: Answers = new Map();
  let isTorn = false;
  const note = (question: Question, answer: string | readonly string[]) => {
    const key = JSON.stringify(question);
    const known = answers.get(key);
    if (known !== undefined && String(known) !== String(answer)) isTorn = true;
    answers.set(key, answer);
  };
  return {
    environment: {
      ...environment,
      // What another thread asks is not seen here.
      pagesBeside: undefined,
      workspace: observeWorkspace(environment.workspace, "files", note),
      templates: observeWorkspace(environment.templates, "templates", note),
      fonts: {
        open(request) {
          const file = environment.fonts.open(request);
          note(["font", request.family, request.weight], digestOfFont(file));
          return file;
        },
      },
      // What lies in a system's folders is not remembered: with its fonts, an issue is built every time.
      systemFonts:
        environment.systemFonts &&
        (() => {
          isTorn = true;
          return environment.systemFonts?.() ?? [];
        }),
      listFonts(folder) {
        const files = [...environment.listFonts(folder)];
        note(["fonts", folder], digestOfFonts(files));
        return files;
      },
    },
    trace: () => ({ answers, isTorn }),
  };
}

function observeWorkspace(
  below: Workspace,
  door: Door,
  note: (question: Question, answer: string | readonly string[]) => void,
): Workspace {
  return {
    readFile(path, limits) {
      const content = below.readFile(path, limits);
      note(readQuestion(door, path, limits), digestOfContent(content, limits));
      return content;
    },
    listFolder(path, only) {
      const question = listQuestion(door, path, only);
      const names = listOnly(below, path, patternOf(question[3]));
      note(question, names ?? NOTHING);
      return names;
    },
    realPath(path) {
      const real = below.realPath(path);
      note(["real", door, path], real ?? NOTHING);
      return real;
    },
  };
}

const listOnly = (files: Workspace, path: string, only: NamePattern | undefined) =>
  files.listFolder(path, only)?.filter((name) => only === undefined || only.test(name));

/** No path and no digest begins so. */
const NOTHING = "\0nothing";

const digestOf = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("base64");

function digestOfContent(content: FileContent, { ignoresSize }: Pick<ReadLimits, "ignoresSize">): string {
  if (content.state !== "found") return JSON.stringify(content);
  return `${ignoresSize === true ? "" : content.size} ${digestOf(content.bytes)}`;
}

/** How much of a font is held at once while its digest is taken, in bytes. */
const FONT_BLOCK = 4 * 1024 * 1024;
/** A font file is opened once a process and read from there: so is its digest. */
const fontDigests = new WeakMap<FontFile, string>();

function digestOfFont(file: FontFile | undefined): string {
  if (file === undefined) return NOTHING;
  const known = fontDigests.get(file);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(JSON.stringify([file.path, file.size]));
  for (let offset = 0; offset < file.size; offset += FONT_BLOCK) hash.update(file.read(offset, FONT_BLOCK));
  const digest = hash.digest("base64");
  fontDigests.set(file, digest);
  return digest;
}

const digestOfFonts = (files: readonly FontFile[]): string => digestOf(files.map(digestOfFont).join("\n"));

/**
 * @param environment to ask once more where the work's own folder lies, which may not have been there
 * @returns undefined where the trace is no ground to trust
 */
export function fingerprintOf(
  { answers, isTorn }: Trace,
  { isOwn, environment }: { readonly isOwn: IsOwn; readonly environment: BuildEnvironment },
): Fingerprint | undefined {
  if (isTorn) return undefined;
  const hash = createHash("sha256");
  for (const [question, told] of answers) {
    const asked = ownQuestion(question);
    const isNew = told === NOTHING && asked[0] === "real" && isOwn(asked[2]);
    addAnswer(hash, question, { answer: isNew ? ask(asked, environment) : told, isOwn });
  }
  return { questions: [...answers.keys()], digest: hash.digest("base64") };
}

/** Asks the questions anew. Within one run each is asked once: an archive's issues share most. */
export function fingerprintReader(environment: BuildEnvironment): {
  readonly isSame: (known: Fingerprint, isOwn: IsOwn) => boolean;
} {
  const answered: Answers = new Map();
  const answerOf = (question: string) => {
    const known = answered.get(question);
    if (known !== undefined) return known;
    const asked = parseQuestion(question);
    const answer = asked && ask(asked, environment);
    if (answer !== undefined) answered.set(question, answer);
    return answer;
  };
  return {
    isSame(known, isOwn) {
      const hash = createHash("sha256");
      for (const question of known.questions) {
        const answer = answerOf(question);
        if (answer === undefined) return false;
        addAnswer(hash, question, { answer, isOwn });
      }
      return hash.digest("base64") === known.digest;
    },
  };
}

function ask(asked: Question, environment: BuildEnvironment): string | readonly string[] {
  switch (asked[0]) {
    case "read": {
      const [, door, path, maxBytes, headBytes, ignoresSize] = asked;
      const limits = {
        maxBytes: maxBytes ?? Number.POSITIVE_INFINITY,
        ...(headBytes !== null && { headBytes }),
      };
      return digestOfContent(doorOf(environment, door).readFile(path, limits), { ignoresSize });
    }
    case "list": {
      const [, door, path, only] = asked;
      return listOnly(doorOf(environment, door), path, patternOf(only)) ?? NOTHING;
    }
    case "real":
      return doorOf(environment, asked[1]).realPath(asked[2]) ?? NOTHING;
    case "font":
      return digestOfFont(environment.fonts.open({ family: asked[1], weight: asked[2] }));
    case "fonts":
      return digestOfFonts([...environment.listFonts(asked[1])]);
    default:
      return asked satisfies never;
  }
}

const doorOf = (environment: BuildEnvironment, door: Door): Workspace =>
  door === "files" ? environment.workspace : environment.templates;

function addAnswer(
  hash: ReturnType<typeof createHash>,
  question: string,
  { answer, isOwn }: { readonly answer: string | readonly string[]; readonly isOwn: IsOwn },
): void {
  const told = typeof answer === "string" ? answer : namesOfOthers(question, answer, isOwn);
  hash.update(`${question}\n${told}\n`);
}

/**
 * Names in a folder but those that the work itself made there.
 * @param question of this run, or one that parseQuestion has passed
 */
function namesOfOthers(question: string, names: readonly string[], isOwn: IsOwn): string {
  const asked = ownQuestion(question);
  if (asked[0] !== "list" || asked[1] !== "files") return JSON.stringify(names);
  const folder = asked[2];
  return JSON.stringify(names.filter((name) => !isOwn(joinPath(folder, name.replace(/\/$/, "")))));
}

/** @returns through which door the text of a path was read, and not its head alone; undefined where it was not */
export function doorOfText(path: string, { answers }: Trace): Door | undefined {
  for (const question of answers.keys()) {
    const asked = ownQuestion(question);
    if (asked[0] === "read" && asked[2] === path && asked[4] === null) return asked[1];
  }
  return undefined;
}

/** What an issue was made of, by workspace path. */
export interface MadeOf {
  readonly files: readonly string[];
  /** where faces were looked for, the package's own apart */
  readonly fontFolders: readonly string[];
}

/**
 * @param fingerprint of this run, or one that was the same
 * @returns the author's files that were read whole, and the folders that fonts were looked for in
 */
export function askedOf({ questions }: Pick<Fingerprint, "questions">): MadeOf {
  const asked = questions.map(ownQuestion);
  return {
    files: asked.flatMap((each) =>
      each[0] === "read" && each[1] === "files" && each[4] === null ? [each[2]] : [],
    ),
    fontFolders: asked.flatMap((each) => (each[0] === "fonts" ? [each[1]] : [])),
  };
}

/**
 * What the outcome depends on besides answers and options: this program (the entries name all its
 * other parts by their content) and what Node brings along (zlib, ICU).
 */
export function programIdentity(): string {
  const dist = join(packageFolder(), "dist");
  const entries = ["cli.cjs", "build-thread.cjs", "lint-thread.cjs"].map((name) =>
    readFileSync(join(dist, name)),
  );
  const hash = createHash("sha256").update(
    JSON.stringify([findVersion(), process.platform, process.arch, process.versions]),
  );
  for (const entry of entries) hash.update(entry);
  return hash.digest("base64");
}
