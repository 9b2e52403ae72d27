/** `bulletin build`: finds the issues asked for, then builds, watches or prints a stage. */

import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import { canGoBeside } from "../../early-pages.js";
import { DEFAULT_EDITIONS } from "../../editions/edition-table.js";
import type { EarlyThread } from "../../start/plain-build.js";
import type { PagesThread } from "../../threads/pages-beside.js";
import type { Settle } from "../../v8/settle-v8.js";
import { findManifests } from "../find-targets.js";
import { refuseMissingFonts } from "../fonts/refuse-missing-fonts.js";
import { pickShard, type Shard } from "../shard.js";
import { refuseAmongCopy } from "../source-places.js";
import { type BuildIssuesOptions, buildIssues } from "./build-issues.js";
import { buildOptions } from "./build-options.js";
import { readDraft } from "./read-draft.js";

export interface BuildCommandOptions extends Omit<BuildIssuesOptions, "draft" | "pagesBeside"> {
  /** begun before the command was loaded */
  readonly early?: EarlyThread | undefined;
  /** true where the option stands without words */
  readonly draft?: string | boolean;
  readonly all?: boolean;
  readonly watch?: boolean;
  readonly print?: "issue" | "layout";
  readonly shard?: Shard;
}

/** @returns the exit code */
export async function runBuild(paths: readonly string[], given: BuildCommandOptions): Promise<number> {
  refuseTogether(given);
  refuseInlinePictures(given);
  const { draft: words, ...rest } = given;
  const draft = readDraft(words);
  const options = draft === undefined ? rest : { ...rest, draft };
  if (options.out !== undefined) refuseAmongCopy(options.out);
  refuseMissingFonts(options.fonts ?? []);
  const workspace = diskWorkspace(process.cwd());
  const find = () => findManifests(paths, { workspace, all: options.all === true });
  const pick = (all: readonly string[]) => pickShard(all, { shard: options.shard, pathOf: (path) => path });
  const found = find();
  const manifests = pick(found);
  if (options.print !== undefined) {
    const { printStage } = await import("./print-stage.js");
    const { print: stage, language, lineNumbers = false } = options;
    return printStage(manifests, { stage, language, lineNumbers, ...(draft !== undefined && { draft }) });
  }
  if (options.watch === true) {
    const { watchIssues } = await import("../watch/watch-issues.js");
    // It builds the same again and again, as long as there are changes.
    return watchIssues(manifests, {
      ...options,
      settle: () => options.settle?.("long"),
      find: options.all === true ? () => pick(find()) : undefined,
    });
  }
  const thread = await startThread(manifests, options);
  try {
    const settle: Settle = (run) => options.settle?.(run, thread?.delaysSettling);
    return await buildIssues(manifests, { ...options, settle, among: found, pagesBeside: thread?.beside });
  } finally {
    thread?.stop();
  }
}

/** Of several issues each has a thread of its own (threads/build-many.ts); a cache wants to know all that was read. */
async function startThread(
  manifests: readonly string[],
  options: BuildCommandOptions & { readonly draft?: string },
): Promise<PagesThread | undefined> {
  const { jobs, cache, early } = options;
  const { editions = DEFAULT_EDITIONS, ...build } = buildOptions(options);
  if (manifests.length !== 1 || cache === true || !canGoBeside({ ...build, editions })) {
    await early?.worker.terminate();
    return undefined;
  }
  const { startPages } = await import("../../threads/pages-beside.js");
  return startPages(editions, { jobs, here: diskEnvironment, early });
}

/** It would do nothing without a word: other forms carry their pictures anyway. */
function refuseInlinePictures({ inlinePictures, html, edition }: BuildCommandOptions): void {
  if (inlinePictures !== true || (html === "wechat" && edition?.includes("html") !== false)) return;
  throw new EnvironmentError(
    {
      zh: "--inline-pictures 只用于公众号稿；别的形式，图片本来就在文件里。",
      en: "--inline-pictures is for the article of an official account alone; all other forms carry their pictures.",
    },
    {
      zh: "请加上 --html wechat，或去掉 --inline-pictures。",
      en: "Add --html wechat, or leave out --inline-pictures.",
    },
  );
}

/** One of two would be left out without a word. */
function refuseTogether({ print, watch, json, perItem }: BuildCommandOptions): void {
  const others = { "--watch": watch, "--json": json, "--per-item": perItem };
  const other = Object.entries(others).find(([, isGiven]) => isGiven === true)?.[0];
  if (print !== undefined && other !== undefined) {
    throw new EnvironmentError(
      {
        zh: `--print 只打印某一阶段的结果，不能和 ${other} 一起用。`,
        en: `--print prints one stage and nothing else; it cannot be combined with ${other}.`,
      },
      { zh: `请去掉 --print 或 ${other} 中的一个。`, en: `Leave out either --print or ${other}.` },
    );
  }
  if (watch !== true || json !== true) return;
  throw new EnvironmentError(
    {
      zh: "--watch 和 --json 不能一起用：JSON 结果在编译全部结束后才打印，而 --watch 一直编译下去。",
      en: "--watch and --json cannot be combined: the JSON document is printed when everything is built, and --watch keeps building.",
    },
    {
      zh: "请去掉其中一个；要在每次修改后得到 JSON，请运行 bulletin build --json。",
      en: "Leave out one of them; for JSON after each change, run bulletin build --json.",
    },
  );
}
