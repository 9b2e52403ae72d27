/**
 * Begins a rule: `npm run new-rule group/subject-law` writes its file, its line among all rules, and files for the
 * copy that it must stay silent on and for faulty twins. What is still to be said is marked TODO; the tests refuse
 * that word until the last one is gone (test/rules/rules.test.ts). docs/CONTRIBUTING.md says how to go on.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Groups whose rules are listed apart from the others, and where. */
const OWN_LISTS = new Map([
  ...["text", "number", "word", "name", "organisation"].map((group) => [group, "copy-rules.ts"]),
  ["import", "submission-rules.ts"],
]);
/** Groups whose rules are on words and marks, a line at a time. */
const OF_WORDS = new Set(["text", "number"]);
const listOf = (group) => join("src", "check", OWN_LISTS.get(group) ?? "all-rules.ts");

const read = (path) => readFileSync(join(root, path), "utf8");

const [id, ...more] = process.argv.slice(2);
const refusal = whyNot(id, more);
if (refusal !== undefined) {
  console.error(refusal);
  process.exit(1);
}

const [group, subject] = id.split("/");
const name = [group, ...subject.split("-").map((part) => part[0].toUpperCase() + part.slice(1))];
const constant = [name[0], name[1], ...name.slice(2)].join("");
const list = listOf(group);
const written = new Map([
  [join("src", "rules", group, `${subject}.ts`), OF_WORDS.has(group) ? textSkeleton() : skeleton()],
  [list, listed(read(list))],
  [corpusFile("traps"), "# TODO: right copy that looks like this fault, a paragraph a line.\n"],
  [
    corpusFile("slips"),
    "# TODO: faulty copy, a paragraph a line, and under each what becomes of it: =>, ?> or !>.\n",
  ],
]);
for (const [path, text] of written) writeFileSync(join(root, path), text);
console.log(`Written:
${[...written.keys()].map((path) => `  ${path}`).join("\n")}
Move its line in ${list} to where an editor would meet it, replace every TODO (or remove a corpus file that the rule
has no use for), then: npm run docs, npm run golden, npm test.${planted()}`);

/** @returns what is wrong with what was asked for; undefined where nothing is */
function whyNot(asked, others) {
  const groups = readdirSync(join(root, "src", "rules"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  if (asked === undefined || others.length > 0)
    return "Give one id: npm run new-rule group/subject-law, such as item/vague-date.";
  if (!/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(asked))
    return `“${asked}” is no id of a rule. An id is group/subject-law: lower-case letters, words joined by hyphens, one slash.`;
  const [group, subject] = asked.split("/");
  if (!groups.includes(group))
    return `There is no group “${group}”. The groups are ${groups.join(", ")}. For a new one make its folder in src/rules first.`;
  const isTaken =
    existsSync(join(root, "src", "rules", group, `${subject}.ts`)) ||
    read(listOf(group)).includes(`"../rules/${asked}.js"`);
  if (isTaken) return `There is a rule “${asked}” already. An id is never used for another law.`;
  return undefined;
}

/** What the corpus asks of a rule on words and marks besides its own two files. */
function planted() {
  if (group !== "text") return "";
  return `
A text rule also needs a planted fault: in fixtures/corpus/faulty/items (mended by --fix) or faulty/told (left to the
editor), with its line in fixtures/corpus/faulty/expected/findings.txt.`;
}

function corpusFile(folder) {
  return join("fixtures", "corpus", folder, `${group}-${subject}.txt`);
}

/** Imports go by path; in the list behind the last of its group, or else behind the last of all. */
function listed(text) {
  const line = `import { ${constant} } from "../rules/${id}.js";`;
  const imports = text.match(/^import \{ \w+ \} from "\.\.\/rules\/.*$/gm);
  const pathOf = (one) => /"(.*)\.js"/.exec(one)[1];
  const before = imports.filter((one) => pathOf(one) < pathOf(line)).at(-1);
  const withImport =
    before === undefined
      ? text.replace(imports[0], `${line}\n${imports[0]}`)
      : text.replace(before, `${before}\n${line}`);
  const entries = [...withImport.matchAll(/^ {2}(\w+),$/gm)].map(([, entry]) => entry);
  const last = entries.filter((entry) => new RegExp(`^${group}[A-Z]`).test(entry)).at(-1) ?? entries.at(-1);
  return withImport.replace(`\n  ${last},\n`, `\n  ${last},\n  ${constant},\n`);
}

function skeleton() {
  return `/**
 * TODO: the law in one or two sentences, and why nothing else can be meant. Source: TODO (the clause, or none).
 */
import { spanInPassage } from "../../model/passage.js";
import type { ItemRule } from "../rule.js";

const item = (text: string) => \`---\\ntitle: 示例市科协举办学术交流会\\n---\\n\\n\${text}\\n\`;

export const ${constant}: ItemRule = {
  id: "${id}",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "TODO：一句话写明规则。",
    en: "TODO: the law in one sentence.",
  },
  why: {
    zh: "TODO：为什么这样规定。",
    en: "TODO: why it is a law.",
  },
  examples: [
    {
      name: { zh: "TODO：写错的例子", en: "TODO: a wrong one" },
      files: { "items/01.md": item("3月10日，示例市科协举办TODO活动。") },
      show: "items/01.md",
      findings: ["items/01.md:5:14"],
    },
    {
      name: { zh: "TODO：看似写错而没有错的", en: "TODO: one that looks wrong and is right" },
      files: { "items/01.md": item("3月10日，示例市科协举办活动。") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const passage of factsOf(item).passages) {
      // TODO: what is wrong here, and its smallest span.
      for (const { 0: found, index } of passage.text.matchAll(/TODO/g)) {
        yield {
          span: spanInPassage(passage, index, index + found.length),
          message: {
            zh: \`TODO：“\${found}”错在哪里，为什么。\`,
            en: \`TODO: what is wrong with “\${found}”, and why.\`,
          },
          help: { zh: "TODO：怎么改。", en: "TODO: what to do." },
        };
      }
    }
  },
};
`;
}

/** Of a rule on words and marks: a finding by `copyFinding`, examples by `textExample`. */
function textSkeleton() {
  return `/**
 * TODO: the law in one or two sentences, and why nothing else can be meant. Source: TODO (the clause, or none).
 */
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const ${constant}: TextRule = {
  id: "${id}",
  scope: "text",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "TODO：一句话写明规则。",
    en: "TODO: the law in one sentence.",
  },
  why: {
    zh: "TODO：为什么这样规定。",
    en: "TODO: why it is a law.",
  },
  examples: [
    textExample({
      name: { zh: "TODO：写错的例子", en: "TODO: a wrong one" },
      text: "3月10日，示例市科协举办TODO活动。",
      at: [14],
    }),
    textExample({
      name: { zh: "TODO：看似写错而没有错的", en: "TODO: one that looks wrong and is right" },
      text: "3月10日，示例市科协举办活动。",
    }),
  ],
  *check(line) {
    // TODO: what is wrong here, and its smallest span; \`replacement\` mends it (fixable), \`suggestion\` offers (hasSuggestions).
    for (const { 0: found, index } of line.text.matchAll(/TODO/g)) {
      yield copyFinding(line, {
        start: index,
        end: index + found.length,
        message: {
          zh: \`TODO：“\${found}”错在哪里，为什么。\`,
          en: \`TODO: what is wrong with “\${found}”, and why.\`,
        },
        help: { zh: "TODO：怎么改。", en: "TODO: what to do." },
      });
    }
  },
};
`;
}
