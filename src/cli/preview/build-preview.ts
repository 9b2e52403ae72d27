/**
 * One build for the preview: pages and findings without editions, and what is known of the issue where it is refused,
 * too. Trouble with the machine and faults of ours are told as data: the preview goes on, and the next change tries
 * again.
 */
import { type BuildEnvironment, type BuildResult, build } from "../../build.js";
import type { BuildMemory } from "../../build-memory.js";
import type { Sources } from "../../diagnostics/diagnostic.js";
import { troubleOf } from "../../disk/system-trouble.js";
import type { Issue } from "../../model/issue.js";
import type { MadeOf } from "../../outcomes/fingerprint.js";
import { readOpened } from "../../read/markdown/parse-markdown.js";
import { openIssue } from "../../read/read-issue.js";
import type { RefusalWords } from "./refused-change.js";

export interface PreviewBuild {
  readonly result: BuildResult | undefined;
  /** as it was read, also where it is refused; undefined where its manifest cannot be read */
  readonly issue: Issue | undefined;
  readonly sources: Sources;
  readonly trouble: RefusalWords | undefined;
  /** what failed, where it is a fault of ours */
  readonly fault: unknown;
  readonly madeOf: MadeOf;
  readonly milliseconds: number;
}

export interface PreviewBuildOptions {
  readonly environment: BuildEnvironment;
  readonly memory: BuildMemory;
  readonly draft: string | undefined;
}

export async function buildPreview(
  manifest: string,
  { environment, memory, draft }: PreviewBuildOptions,
): Promise<PreviewBuild> {
  const started = performance.now();
  const fontFolders = new Set<string>();
  const observed: BuildEnvironment = {
    ...environment,
    memory,
    listFonts(folder) {
      fontFolders.add(folder);
      return environment.listFonts(folder);
    },
  };
  const ended = (sources: Sources) => ({
    sources,
    madeOf: { files: [...sources.keys()], fontFolders: [...fontFolders] },
    milliseconds: Math.round(performance.now() - started),
  });
  try {
    const options = { editions: [], layOut: true, places: true, ...(draft === undefined ? {} : { draft }) };
    const result = await build(manifest, observed, options);
    const issue = result.issue ?? (await readAgain(manifest, observed));
    return { result, issue, trouble: undefined, fault: undefined, ...ended(result.sources) };
  } catch (fault) {
    const trouble = troubleOf(fault);
    return {
      result: undefined,
      issue: undefined,
      trouble: trouble ?? FAILED,
      fault: trouble === undefined ? fault : undefined,
      ...ended(new Map()),
    };
  }
}

/** What has not changed since it was refused a moment ago is remembered. */
async function readAgain(
  manifest: string,
  { workspace, memory }: BuildEnvironment,
): Promise<Issue | undefined> {
  return (await readOpened(openIssue(manifest, workspace, memory?.items))).issue;
}

/** A fault of ours. */
export const FAILED: RefusalWords = {
  problem: {
    zh: "程序出错，这一期没有排出来。",
    en: "The program failed, and the issue was not laid out.",
  },
  remedy: {
    zh: "这是程序的问题，不是稿件的问题；细节在终端窗口里，请报告给我们。改动稿件后会再试。",
    en: "It is the program's fault, not the copy's: the terminal has the details, please report them. The next change tries again.",
  },
};
