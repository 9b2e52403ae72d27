/**
 * Three editions beside the three tools that users would take instead, together: pandoc for DOCX, pandoc for HTML,
 * Typst for PDF, one after another, on the very same text; with its pictures and without, at three lengths, by each
 * Node that is there. Ours does more (it lints, sets the contents' page numbers, tags the PDF); what the two sides do
 * with a picture differs, which is why there are rows without any.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeRepeatedIssue, withoutPictures } from "./make-inputs.js";
import { measureInTurns } from "./measure.js";
import { printTable } from "./print-table.js";

const LENGTHS = [
  { times: 1, title: "Eight pages" },
  { times: 10, title: "Ten times the text" },
  { times: 100, title: "A hundred times the text" },
];

/** @param nodes programs by what they are called in the table, the one that runs this first */
export function benchPeers({ bench, bulletin, fixture, fonts, here, nodes, repetitions }) {
  for (const { times, title } of LENGTHS) {
    for (const hasPictures of [true, false]) {
      const name = `peers-${times}${hasPictures ? "" : "-plain"}`;
      const rewrite = hasPictures ? (text) => text : withoutPictures;
      const issue = makeRepeatedIssue(join(bench, "inputs", name), { fixture, times, rewrite });
      const out = join(bench, "outputs", name);
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out, { recursive: true });
      const contenders = [
        threePeers({ issue, out, here, fonts, bench }),
        ...nodes.map(([label, program]) => ({
          name: `bulletin, all three, ${label}`,
          command: [program, bulletin, "build", issue, "--out", out],
        })),
      ];
      const rounds = times === 100 ? Math.min(3, repetitions) : repetitions;
      printTable(
        `${title}, ${hasPictures ? "with its pictures" : "without pictures"}`,
        measureInTurns(contenders, rounds),
        contenders[0].name,
      );
    }
  }
}

/** One shell runs them in turn, so that its time is the sum of theirs; the items are named in the order of the issue. */
function threePeers({ issue, out, here, fonts, bench }) {
  const items = join(issue, "items");
  const files = readdirSync(items).sort().map(quoted).join(" ");
  const pandoc = (format) =>
    `pandoc --file-scope --standalone -M title=x -o ${quoted(join(out, `pandoc.${format}`))} ${files}`;
  const typst = [process.execPath, join(here, "typst-peer.js"), issue, join(out, "typst.pdf"), fonts, bench];
  return {
    name: "the three peers together",
    command: ["sh", "-c", [pandoc("docx"), pandoc("html"), typst.map(quoted).join(" ")].join(" && ")],
    cwd: items,
  };
}

const quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;

/** @returns the Node that runs this, and the newest of line 24 where `npm run test:nodes` has installed it */
export function nodesAtHand(root) {
  const other = join(root, "test", "nodes", "node_modules", `newest-24-${process.arch}`, "bin", "node");
  const own = [`Node ${process.versions.node}`, process.execPath];
  return existsSync(other) ? [own, ["Node 24", other]] : [own];
}
