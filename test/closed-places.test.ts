/** What the command may not open is told as such: not as a file of another kind, nor passed over in silence. */
import { expect, it } from "vitest";
import { findLintTargets } from "../src/cli/find-targets.js";
import { readPassedOver } from "../src/read/read-submission.js";
import { memoryWorkspace, type Workspace } from "../src/read/workspace.js";

const CLOSED = /^来稿\/(?:附图(?:\/|$)|说明信\.txt$)/;

function withClosedPlaces(files: Readonly<Record<string, string>>): Workspace {
  const open = memoryWorkspace(files);
  return {
    ...open,
    readFile: (path, limits) =>
      CLOSED.test(path) ? { state: "refused", reason: "EACCES" } : open.readFile(path, limits),
    listFolder: (path) => (CLOSED.test(path) ? undefined : open.listFolder(path)),
  };
}

const workspace = withClosedPlaces({
  "来稿/a.md": "---\ntitle: 云湖区科协举办展览\n---\n\n正文。\n",
  "来稿/说明信.txt": "",
  "来稿/附图/issue.yaml": "",
});

it("neither takes a folder that it may not open for an issue, nor leaves it out", () => {
  expect(findLintTargets(["来稿"], workspace)).toEqual([
    { kind: "submission", path: "来稿/a.md" },
    { kind: "manuscript", path: "来稿/说明信.txt" },
    { kind: "passed-over", path: "来稿/附图" },
  ]);
});

it.each(["来稿/附图", "来稿/说明信.txt"])("tells as an error that %s may not be read", (path) => {
  const [found] = readPassedOver(path, workspace).diagnostics;
  expect(found).toMatchObject({ rule: "item/encoding", severity: "error" });
  expect(found?.message.zh).toContain("EACCES");
});
