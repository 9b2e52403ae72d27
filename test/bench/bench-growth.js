/**
 * What a page costs while an issue grows from fifteen pages to some three thousand, and an issue while an archive grows
 * to a thousand: time and memory for each more are to stay what they were. Whole builds, each run once: what one run
 * differs from the next by is small beside what is looked for.
 */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeArchive, makeLongIssue } from "./make-inputs.js";
import { measureInTurns } from "./measure.js";

/** How often the fixture's items stand in the issue, each with paragraphs four times as long: 15 to some 3,000 pages. */
const TIMES = [1, 6, 18, 60, 220];
const ISSUES = [100, 400, 1000];

export function benchGrowth({ bench, bulletin, fixture }) {
  const build = (...options) => [process.execPath, bulletin, "build", "--jobs", "1", ...options];
  printGrowth("Pages of one issue", "page", (visit) => {
    for (const times of TIMES) {
      const issue = makeLongIssue(join(bench, "inputs", `growth-${times}`), { fixture, times });
      const command = build(
        issue,
        "--out",
        join(bench, "outputs", "growth"),
        "-e",
        "docx,pdf,html",
        "--json",
      );
      visit(pagesOf(command), { command });
      rmSync(issue, { recursive: true });
    }
  });
  printGrowth("Issues of an archive, --all", "issue", (visit) => {
    for (const issues of ISSUES) {
      const folder = makeArchive(join(bench, "inputs", "growth-archive"), { fixture, issues });
      visit(issues, { command: build("--all"), cwd: folder });
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    }
  });
}

function pagesOf([program, ...options]) {
  const { stdout } = spawnSync(program, options, { encoding: "utf8", maxBuffer: 1 << 30 });
  return JSON.parse(stdout).issues[0].editions.find(({ pages }) => pages !== undefined).pages;
}

/** Beside the whole, what each more has cost since the row above: that is what is to stay the same. */
function printGrowth(title, unit, run) {
  process.stdout.write(
    `\n## ${title}\n\n` +
      `| ${unit}s | CPU, s | peak, MB | each more: CPU, ms | each more: memory, KB |\n` +
      "| ---: | ---: | ---: | ---: | ---: |\n",
  );
  let above;
  run((count, contender) => {
    const { cpu, memory } = measureInTurns([{ name: "it", ...contender }], 1, { warmsUp: false }).get("it");
    const more = above && count - above.count;
    const each = above ? [(cpu - above.cpu) / more, ((memory - above.memory) / more) * 1024] : [];
    const cells = [count, (cpu / 1000).toFixed(1), memory.toFixed(0)];
    process.stdout.write(
      `| ${[...cells, each[0]?.toFixed(1) ?? "", each[1]?.toFixed(0) ?? ""].join(" | ")} |\n`,
    );
    above = { count, cpu, memory };
  });
}
