/** The head of the first page in Word breaks where the composed pages do: a long name, an issuer of several lines. */
import { describe, expect, it } from "vitest";
import { build, memoryEnvironment } from "../../src/index.js";
import { openWordFile, styleOf } from "./word-file.js";
import { find, findAll } from "./xml-tree.js";

const LONG = "示例市科学技术协会学会学术工作情况信息通报";
const OFFICES = "示例市科学技术协会、示例市教育委员会、示例市生态环境局办公室";

async function open(name: string, publisher: string) {
  const files = {
    "issue.yaml": `bulletin: {name: ${name}, publisher: ${publisher}}
number: 3
date: 2026-03-16
slug: 2026-03
contact: {label: 投稿邮箱, email: post@example.org}
sections:
  - name: 基层动态
    items: [items/01.md]
`,
    "items/01.md": "---\ntitle: 示例区科协举办科普展\n---\n\n示例区科协举办科普展，吸引二百余名居民参加。\n",
  };
  const { artifacts, layout } = await build("issue.yaml", memoryEnvironment(files), {
    editions: ["docx", "pdf"],
  });
  const file = openWordFile(artifacts.find(({ edition }) => edition === "docx")?.bytes ?? new Uint8Array());
  const lines = new Map<number, string>();
  for (const mark of layout?.pages[0]?.marks ?? [])
    if (mark.kind === "glyphs")
      lines.set(mark.baseline, (lines.get(mark.baseline) ?? "") + mark.text.trimEnd());
  const printed = [...lines.values()];
  const paragraph = (style: string) => file.paragraphs.find((one) => one.style === style);
  return { file, printed, name: paragraph("Masthead"), issuer: paragraph("IssuerLine") };
}

describe("a name too long for one line", () => {
  it("breaks in Word where it does on the composed page, at a word", async () => {
    const { name, printed } = await open(LONG, "示例市科协");
    const lines = name?.text.split("\n") ?? [];
    expect(lines).toEqual(["示例市科学技术协会学会", "学术工作情况信息通报"]);
    expect(printed).toEqual(expect.arrayContaining(lines));
  });

  it("fills whole grid lines by its style, and begins no other paragraph with its distances", async () => {
    const { file, name } = await open(LONG, "示例市科协");
    const spacing = find(styleOf(file, "Masthead"), "w:spacing")?.attributes ?? {};
    const height = Number(spacing["w:before"]) + 2 * Number(spacing["w:line"]) + Number(spacing["w:after"]);
    expect(height % 579).toBe(0);
    expect(name && findAll(name.node, "w:pPr").flatMap((one) => findAll(one, "w:spacing"))).toEqual([]);
  });

  it("of one line stays whole", async () => {
    expect((await open("示例科协信息", "示例市科协")).name?.text).toBe("示例科协信息");
  });
});

describe("an issuer of several lines", () => {
  it("breaks as on the composed page, each line one em in, the date beside the last", async () => {
    const { file, issuer, printed } = await open("示例科协信息", OFFICES);
    const lines = issuer?.text.split("\n") ?? [];
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(1)) expect(line).toMatch(/^\t/);
    expect(lines.map((line) => line.replaceAll("\t", ""))).toEqual(
      printed.filter((line) => lines.some((one) => one.replaceAll("\t", "") === line)),
    );
    expect(lines.at(-1)).toMatch(/\t2026年3月16日$/);
    const firstLine = issuer && find(issuer.node, "w:ind")?.attributes["w:firstLine"];
    const [left] = findAll(styleOf(file, "IssuerLine"), "w:tab").map(({ attributes }) => attributes);
    expect(left).toMatchObject({ "w:val": "left", "w:pos": firstLine });
  });
});
