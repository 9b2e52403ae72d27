/**
 * Editions made when the page asks for them, as `bulletin build` makes them, and kept until the issue changes. While
 * errors refuse the issue, the frame goes on to show the last one that was made.
 */
import { type BuildEnvironment, build } from "../../build.js";
import { buildMemory } from "../../build-memory.js";
import type { Message } from "../../diagnostics/diagnostic.js";
import { type EditionName, fileNameOf } from "../../editions/edition-table.js";
import { outputPlaceOf } from "../../read/output-place.js";
import { buildOptions } from "../build/build-options.js";
import { type RefusedChange, refuse } from "./refused-change.js";

export interface MadeEdition {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

interface Asked {
  /** true where errors refuse the issue as it is now */
  readonly isStale: boolean;
  /** true where one of before will do */
  readonly mayBeStale: boolean;
}

export interface MadeEditions {
  /** @throws EnvironmentError for trouble with the machine */
  readonly of: (name: EditionName, options: Asked) => Promise<MadeEdition | RefusedChange>;
  /** The issue has changed. */
  readonly renew: () => void;
}

export interface EditionOptions {
  readonly environment: BuildEnvironment;
  readonly draft: string | undefined;
}

export function madeEditions(manifest: string, { environment, draft }: EditionOptions): MadeEditions {
  const memory = buildMemory();
  let current = new Map<EditionName, Promise<MadeEdition | RefusedChange>>();
  const last = new Map<EditionName, MadeEdition>();
  /** One at a time: each fills memory. */
  let turn: Promise<unknown> = Promise.resolve();
  const make = async (name: EditionName): Promise<MadeEdition | RefusedChange> => {
    const options = buildOptions({ lint: true, ...(draft === undefined ? {} : { draft }) });
    const { issue, artifacts } = await build(
      manifest,
      { ...environment, memory },
      { ...options, editions: [name] },
    );
    const [artifact] = artifacts;
    if (issue === undefined || artifact === undefined) return refuse(REFUSED);
    const made = { fileName: fileNameOf(name, outputPlaceOf(issue).slug.value), bytes: artifact.bytes };
    last.set(name, made);
    return made;
  };
  return {
    renew() {
      current = new Map();
    },
    async of(name, { isStale, mayBeStale }) {
      if (isStale) return (mayBeStale ? last.get(name) : undefined) ?? refuse(REFUSED);
      const known = current.get(name) ?? turn.then(() => make(name));
      current.set(name, known);
      turn = known.catch(() => undefined);
      return known;
    },
  };
}

const REFUSED: { readonly problem: Message; readonly remedy: Message } = {
  problem: {
    zh: "这一期有错误，现在编不出来。",
    en: "The issue has errors and cannot be built for now.",
  },
  remedy: { zh: "请先改好列出的错误。", en: "Mend the errors that are listed first." },
};

export const WITHHELD: typeof REFUSED = {
  problem: {
    zh: "本期有密级，不编网页版：涉密信息不上网。",
    en: "The issue has a level of secrecy, and no edition for the web is made: what is secret does not go there.",
  },
  remedy: { zh: "请看版面，或下载 Word 和 PDF。", en: "Look at the pages, or download Word and PDF." },
};
