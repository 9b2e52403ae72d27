/** In one run over many targets a house says what it said, and a folder is where it was; items are read as they are. */
import { expect, test } from "vitest";
import { steadyWorkspace } from "../../src/read/steady-workspace.js";
import type { Workspace } from "../../src/read/workspace.js";

test("what lies above the targets is asked for once, each target each time", () => {
  const asked: string[] = [];
  const workspace: Workspace = {
    readFile(path, { headBytes }) {
      asked.push(`read ${path} ${headBytes}`);
      return { state: "missing" };
    },
    listFolder: () => undefined,
    realPath(path) {
      asked.push(`real ${path}`);
      return path === "gone" ? undefined : `/here/${path}`;
    },
  };
  const steady = steadyWorkspace(workspace);
  for (const _ of [1, 2]) {
    expect(steady.realPath("items")).toBe("/here/items");
    expect(steady.realPath("gone")).toBeUndefined();
    for (const headBytes of [0, undefined]) {
      const limits = { maxBytes: 9, ...(headBytes === undefined ? {} : { headBytes }) };
      expect(steady.readFile("items/bulletin.yaml", limits)).toEqual({ state: "missing" });
    }
    steady.readFile("items/1.md", { maxBytes: 9 });
  }
  expect(asked).toEqual([
    "real items",
    "real gone",
    "read items/bulletin.yaml 0",
    "read items/bulletin.yaml undefined",
    "read items/1.md undefined",
    "read items/1.md undefined",
  ]);
});
