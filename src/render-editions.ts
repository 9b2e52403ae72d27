/** Makes files of an issue by the table of editions, each from what it needs: text, page numbers, or the pages. */
import type {
  EditionFile,
  EditionInput,
  NumberedEditionInput,
  PaintedEditionInput,
} from "./editions/edition.js";
import {
  type Artifact,
  EDITIONS,
  type Edition,
  type EditionName,
  type FormOptions,
  formOf,
} from "./editions/edition-table.js";

export type MadeEditions = ReadonlyMap<EditionName, Artifact>;

/** What is at hand, for the editions that need just that. */
export type Material =
  | { readonly needs: "text"; readonly input: EditionInput }
  | { readonly needs: "page-numbers"; readonly input: NumberedEditionInput }
  | { readonly needs: "pages"; readonly input: PaintedEditionInput };

/** @returns of the names, those whose editions need just that; each once */
export const namesOf = (names: readonly EditionName[], needs: Edition["needs"]): readonly EditionName[] =>
  [...new Set(names)].filter((name) => EDITIONS[name].needs === needs);

/** @returns whether any of them needs the pages, be it no more than their numbers */
export const needPages = (names: readonly EditionName[]): boolean =>
  names.some((name) => EDITIONS[name].needs !== "text");

/** @param names whichever; those of another material are left to whoever has that */
export async function renderEditions(
  names: readonly EditionName[],
  material: Material,
  forms: FormOptions,
): Promise<MadeEditions> {
  const made = namesOf(names, material.needs).map(async (name): Promise<[EditionName, Artifact]> => {
    const form = formOf(name, forms);
    return [name, { edition: name, form, ...(await render(EDITIONS[name], material, form)) }];
  });
  return new Map(await Promise.all(made));
}

/** Loads what those editions will need, before there is the material. */
export async function loadEditions(
  names: readonly EditionName[],
  needs: Edition["needs"],
  forms: FormOptions,
): Promise<void> {
  for (const name of namesOf(names, needs)) await EDITIONS[name].load(formOf(name, forms));
}

async function render(
  edition: Edition,
  { needs, input }: Material,
  form: string | undefined,
): Promise<EditionFile> {
  if (edition.needs === "text") return (await edition.load(form))(input);
  if (edition.needs === "page-numbers" && needs !== "text") return (await edition.load(form))(input);
  if (edition.needs === "pages" && needs === "pages") return (await edition.load(form))(input);
  throw new Error(`an edition that needs ${edition.needs} was asked for where there is ${needs}`);
}
