/**
 * A year of an invented bulletin as files: 24 issues, 14 units, a register of 300 rows, made by rule so that it is the
 * same each time. Beside the files stands the ledger: what was made, told by who made it and not by who counts.
 */

export interface LedgerItem {
  readonly path: string;
  readonly title: string;
  readonly section: string;
  /** YYYY-MM-DD, the day of issue */
  readonly date: string;
  /** by their present names, those of no register as they sign */
  readonly units: readonly string[];
  readonly level: string;
}

export interface LedgerRow {
  readonly received: string;
  readonly units: readonly string[];
  readonly title: string;
  readonly decision: string;
  readonly reason: string;
}

export interface InventedYear {
  readonly files: Readonly<Record<string, string>>;
  readonly items: readonly LedgerItem[];
  readonly rows: readonly LedgerRow[];
}

/** Present name, what it also signs as, and whether it ever sends anything. */
const UNITS = [
  { name: "云湖区科协", signs: ["云湖区科协", "云湖区科学技术协会"] },
  { name: "桐浦区科协", signs: ["桐浦区科协"] },
  { name: "鹿鸣区科协", signs: ["鹿鸣区科协", "鹿鸣科协"] },
  { name: "青岚县科协", signs: ["青岚县科协"] },
  { name: "雁洲县科协", signs: ["雁洲县科协"] },
  { name: "澜川市造船工程学会", signs: ["澜川市造船工程学会", "市造船学会"] },
  { name: "澜川市生态学会", signs: ["澜川市生态学会"] },
  { name: "澜川市数据局科协", signs: ["澜川市数据局科协", "澜川市信息办科协"] },
  { name: "澜川大学科协", signs: ["澜川大学科协"] },
  { name: "澜川师范学院科协", signs: ["澜川师范学院科协"] },
  { name: "澜川科技馆", signs: ["澜川科技馆", "市科技馆"] },
  { name: "澜川市天文学会", signs: ["澜川市天文学会"] },
  { name: "澜川市护理学会", signs: ["澜川市护理学会"] },
  { name: "澜川市园艺学会", signs: [] },
] as const;

const STRANGER = "松屏镇农技站";
const SECTIONS = ["工作要闻", "学术交流", "科学普及", "基层动态"] as const;
const LEVELS = ["市委办采用", "省科协采用"] as const;
const DEEDS = [
  "举办科普报告会",
  "开展科技下乡活动",
  "召开学术年会",
  "组织青少年竞赛",
  "走访科技工作者",
  "发布年度报告",
];
const REASONS = ["内容重复", "已过时效", "素材不足", ""];

const HOUSE = `bulletin:
  name: 澜川科协信息
  publisher: 澜川市科学技术协会办公室
sections: [{name: 工作要闻}, {name: 学术交流}, {name: 科学普及}, {name: 基层动态}]
contact:
  label: 信息报送邮箱
  email: news@example.org
units:
${UNITS.map(({ name, signs }) => {
  const aliases = signs.filter((sign) => sign !== name);
  return name === "澜川市数据局科协"
    ? `  - {name: ${name}, former: 澜川市信息办科协, from: 2026-05-01}`
    : aliases.length === 0
      ? `  - ${name}`
      : `  - {name: ${name}, aliases: [${aliases.join(", ")}]}`;
}).join("\n")}
points:
  base: 1
  sections: {工作要闻: 2}
  levels: {市委办采用: 5, 省科协采用: 8}
  joint: JOINT
  quota: {per-month: 1, missed: -0.5}
`;

/** Park and Miller's generator: the same numbers everywhere. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const two = (value: number) => String(value).padStart(2, "0");

export function inventedYear({ joint = "each" }: { readonly joint?: "each" | "split" } = {}): InventedYear {
  const next = numbers(2026);
  const files: Record<string, string> = { "bulletin.yaml": HOUSE.replace("JOINT", joint) };
  const items: LedgerItem[] = [];
  const rows: LedgerRow[] = [];
  const lines = ["id,received,unit,title,file,sha256,decision,issue,item,原因,采用层级"];
  const row = (entry: LedgerRow, written: string, item: string, level: string) => {
    rows.push(entry);
    lines.push(
      [
        `S${rows.length}`,
        entry.received,
        written.includes(",") ? `"${written}"` : written,
        entry.title,
        "",
        "",
        entry.decision,
        ...(rows.length % 2 === 0 ? ["", item] : placeInIssue(item)),
        entry.reason,
        level,
      ].join(","),
    );
  };
  for (let issue = 1; issue <= 24; issue += 1) {
    const month = Math.ceil(issue / 2);
    const date = `2026-${two(month)}-${issue % 2 === 1 ? "10" : "25"}`;
    const folder = `issues/2026-${two(issue)}`;
    const bySection = new Map<string, string[]>(SECTIONS.map((name) => [name, []]));
    const count = 4 + next(5);
    for (let index = 1; index <= count; index += 1) {
      const section = SECTIONS[next(SECTIONS.length)] ?? "基层动态";
      const signing = signers(next, issue * 100 + index);
      const title = `${signing.units[0] ?? "澜川市科协"}${DEEDS[next(DEEDS.length)]}第${issue}之${index}场`;
      const level = next(9) === 0 ? (LEVELS[next(2)] ?? "") : "";
      // Of two ways in which a level comes to us, each is used.
      const inFrontMatter = next(2) === 0;
      const path = `${folder}/items/${two(index)}.md`;
      const source = signing.written === "" ? "" : `source: ${signing.written}\n`;
      files[path] =
        `---\ntitle: ${title}\n${source}${level !== "" && inFrontMatter ? `level: ${level}\n` : ""}---\n\n活动于近日举行，到场${20 + next(200)}人。\n`;
      bySection.get(section)?.push(`items/${two(index)}.md`);
      items.push({ path, title, section, date, units: signing.units, level });
      if (signing.written !== "") {
        const received = `2026-${two(month)}-${two(1 + next(9))}`;
        const isSaid = level !== "" && !inFrontMatter;
        row(
          { received, units: signing.units, title, decision: "采用", reason: "" },
          signing.written,
          path,
          isSaid ? level : "",
        );
      } else if (level !== "" && !inFrontMatter) {
        // Nobody's row says it: the item itself does.
        files[path] = (files[path] ?? "").replace("---\n\n", `level: ${level}\n---\n\n`);
      }
    }
    const sections = [...bySection].map(
      ([name, paths]) => `  - {name: ${name}, items: [${paths.join(", ")}]}`,
    );
    files[`${folder}/issue.yaml`] =
      `year: 2026\nnumber: ${issue}\ndate: ${date}\nsections:\n${sections.join("\n")}\n`;
  }
  for (let index = rows.length + 1; index <= 300; index += 1) {
    const signing = signers(next, index * 7 + 1);
    const units = signing.written === "" ? ["桐浦区科协"] : signing.units;
    const written = signing.written === "" ? "桐浦区科协" : signing.written;
    const received = `2026-${two(1 + next(12))}-${two(1 + next(28))}`;
    const title = `来稿之${index}`;
    row(
      { received, units, title, decision: "未采用", reason: REASONS[next(REASONS.length)] ?? "" },
      written,
      "",
      "",
    );
  }
  files["register.csv"] = `\ufeff${lines.join("\r\n")}\r\n`;
  return { files, items, rows };
}

/** As `import` writes it: the issue's folder, and the item from there. */
function placeInIssue(item: string): readonly [string, string] {
  const [, folder = "", rest = ""] = /^(issues\/[^/]+)\/(.*)$/.exec(item) ?? [];
  return [folder, rest];
}

/** One unit as a rule, at times two or three together, a stranger, or nobody. */
function signers(
  next: (below: number) => number,
  turn: number,
): { readonly units: readonly string[]; readonly written: string } {
  if (turn % 17 === 0) return { units: [], written: "" };
  if (turn % 13 === 0) return { units: [STRANGER], written: STRANGER };
  const count = turn % 5 === 0 ? 2 : turn % 19 === 0 ? 3 : 1;
  const chosen = new Map<string, string>();
  while (chosen.size < count) {
    const unit = UNITS[next(UNITS.length - 1)];
    const sign = unit?.signs[next(unit.signs.length)];
    if (unit !== undefined && sign !== undefined) chosen.set(unit.name, sign);
  }
  return { units: [...chosen.keys()], written: [...chosen.values()].join("、") };
}
