/** The files of a bulletin with their keys: a key that stands in the wrong one is told where it belongs. */
import type { KeyFile } from "./fields/field.js";
import { frontMatterFields } from "./front-matter-fields.js";
import { houseFields } from "./house-fields.js";
import { manifestFields } from "./manifest-fields.js";

/** In the order in which a key that several of them have is looked for. */
export const KEY_FILES: readonly KeyFile[] = [
  { file: { zh: "期次清单 issue.yaml 里", en: "in the manifest, issue.yaml" }, fields: manifestFields },
  { file: { zh: "办刊规定 bulletin.yaml 里", en: "in the house rules, bulletin.yaml" }, fields: houseFields },
  {
    file: { zh: "稿件开头的两行“---”之间", en: "in an item, between the two lines “---” at its start" },
    fields: frontMatterFields,
  },
];
