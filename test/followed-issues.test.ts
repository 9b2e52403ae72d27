/** Which issues a watch builds: those that came, those that went, and those whose manifest is only being saved. */
import { describe, expect, it } from "vitest";
import { followIssues } from "../src/cli/watch/followed-issues.js";
import { EnvironmentError } from "../src/diagnostics/diagnostic.js";

const [FIRST, SECOND, THIRD] = ["issues/1/issue.yaml", "issues/2/issue.yaml", "issues/3/issue.yaml"];
const NOTHING = { appeared: [], gone: [] };

function archive() {
  const disk = {
    found: [FIRST, SECOND] as readonly string[],
    folders: new Set([FIRST, SECOND, THIRD]),
    now: 0,
  };
  const issues = followIssues([FIRST, SECOND], {
    find() {
      if (disk.found.length === 0)
        throw new EnvironmentError({ zh: "没有。", en: "None." }, { zh: "无。", en: "None." });
      return disk.found;
    },
    hasFolder: (manifest) => disk.folders.has(manifest),
    now: () => disk.now,
  });
  return { disk, issues };
}

describe("issues that are followed", () => {
  it("come in the order in which they are found", () => {
    const { disk, issues } = archive();
    expect(issues.take()).toEqual(NOTHING);
    disk.found = ["issues/0/issue.yaml", FIRST, SECOND];
    expect(issues.look()).toEqual({ appeared: ["issues/0/issue.yaml"], gone: [] });
    expect(issues.manifests()).toEqual([FIRST, SECOND]);
    expect(issues.take()).toEqual({ appeared: ["issues/0/issue.yaml"], gone: [] });
    expect(issues.manifests()).toEqual(disk.found);
    expect(issues.look()).toEqual(NOTHING);
  });

  it("go with their folder at once, with their manifest when it stays away", () => {
    const { disk, issues } = archive();
    disk.found = [FIRST];
    expect(issues.take()).toEqual(NOTHING);
    disk.now += 1000;
    expect(issues.take()).toEqual({ appeared: [], gone: [SECOND] });
    disk.found = [FIRST, THIRD];
    expect(issues.take()).toEqual({ appeared: [THIRD], gone: [] });
    disk.found = [FIRST];
    disk.folders.delete(THIRD);
    expect(issues.take()).toEqual({ appeared: [], gone: [THIRD] });
    expect(issues.manifests()).toEqual([FIRST]);
  });

  it("stay while their manifest is saved", () => {
    const { disk, issues } = archive();
    for (let time = 0; time < 5; time += 1) {
      disk.found = [FIRST, ...(time > 2 ? [THIRD] : [])];
      disk.now += 900;
      issues.take();
      expect(issues.manifests()).toContain(SECOND);
      disk.found = [FIRST, SECOND, ...(time > 2 ? [THIRD] : [])];
      issues.take();
    }
    expect(issues.manifests()).toEqual([FIRST, SECOND, THIRD]);
  });

  it("are waited for where all are gone at once", () => {
    const { disk, issues } = archive();
    disk.found = [];
    disk.folders.clear();
    disk.now += 5000;
    expect(issues.take()).toEqual(NOTHING);
    expect(issues.manifests()).toEqual([FIRST, SECOND]);
  });
});
