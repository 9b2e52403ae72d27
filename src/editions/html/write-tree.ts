/** The tree as text: what every form is written by. */
import type { Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

export const writeTree = (root: Root): string => unified().use(rehypeStringify).stringify(root);
