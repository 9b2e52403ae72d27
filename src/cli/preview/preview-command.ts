/**
 * `bulletin preview`: the issue on a page in the browser, until Ctrl+C or long after the page was closed. It brings
 * together the session (what is shown), the server (to whom) and the watch (when it is built again).
 */
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import { findVersion } from "../../disk/package-files.js";
import { folderOf } from "../../read/workspace.js";
import { readDraft } from "../build/read-draft.js";
import { printFault } from "../terminal/report-fault.js";
import { type Clock, SYSTEM_CLOCK } from "../watch/clock.js";
import { followChanges } from "../watch/follow-changes.js";
import { watchPlaces } from "../watch/watched-places.js";
import { findPreviewedIssue } from "./find-previewed-issue.js";
import { lookAgain } from "./look-again.js";
import { browserLaunch, editorLaunch, launch } from "./open-outside.js";
import { type PageFile, readPageFiles } from "./page-files.js";
import { NOT_TAKEN } from "./preview-answers.js";
import { type Patience, startServer } from "./preview-server.js";
import { openSession } from "./preview-session.js";
import { printAddresses } from "./print-addresses.js";
import type { RefusalWords } from "./refused-change.js";
import type { OpenFile } from "./routes.js";

export interface PreviewCommandOptions {
  readonly language: Language;
  readonly port?: number;
  /** false by --no-open */
  readonly open: boolean;
  readonly openWith?: string;
  /** true where the option stands without words */
  readonly draft?: string | boolean;
}

/** @returns the exit code */
export async function runPreview(path: string | undefined, options: PreviewCommandOptions): Promise<number> {
  const { language, open } = options;
  const say = (zh: string, en: string) => process.stderr.write(`${language === "zh" ? zh : en}\n`);
  const ended = new Promise<"asked">((end) => {
    process.once("SIGINT", () => end("asked"));
    process.once("SIGTERM", () => end("asked"));
  });
  const { manifest, among } = findPreviewedIssue(path ?? ".", diskWorkspace(process.cwd()));
  if (among > 1) {
    say(
      `这里有 ${among} 期，预览最近的一期：${printable(manifest)}`,
      `There are ${among} issues here; this is the newest: ${printable(manifest)}`,
    );
  }
  const preview = await startPreview(manifest, options);
  const isAsked = process.stdin.isTTY;
  const lines = isAsked ? createInterface({ input: process.stdin }) : undefined;
  const addresses = printAddresses(preview, {
    print: (address) => process.stdout.write(`${address}\n`),
    renews: !isAsked,
  });
  lines?.on("line", addresses.printNew);
  if (isAsked) {
    say(
      "预览已打开，改动保存后自动更新。地址在十分钟之内能打开一次，按回车键得到新的；按 Ctrl+C 结束。",
      "The preview follows every save. The address opens once, within ten minutes: press Enter for a new one, Ctrl+C to stop.",
    );
  } else {
    say(
      "预览已打开，改动保存后自动更新。地址在十分钟之内能打开一次，没有打开的会另打印一个。",
      "The preview follows every save. The address opens once, within ten minutes; until it is opened, a new one is printed then.",
    );
  }
  // What a program is started with, every account of the machine can read.
  const launched = open
    ? browserLaunch(preview.newAddress(LAUNCH_MILLISECONDS), process.platform)
    : undefined;
  if (launched !== undefined && !(await launch(launched))) {
    say(
      "没能打开浏览器，请把上面的地址粘贴到浏览器里。",
      "The browser could not be opened; paste the address above into one.",
    );
  }
  void preview.exhausted.then(() =>
    say(
      "要留意的文件太多，超出了系统的限制，有的保存可能不会自动显示。请把无关的文件移出这一期的文件夹，或关闭其他占用文件的程序，再重新预览。",
      "There are more files to follow than the system allows: some saves may not be shown. Move unrelated files out of the issue's folder, or close other programs that hold many files, and start the preview again.",
    ),
  );
  try {
    const how = await Promise.race([ended, preview.isIdle.then(() => "idle" as const)]);
    if (how === "idle")
      say("预览页面已关闭十分钟，预览结束。", "The page was closed ten minutes ago; the preview has ended.");
  } finally {
    lines?.close();
    addresses.close();
    await preview.close();
  }
  return 0;
}

/** A browser that has to start first opens its page within this. */
const LAUNCH_MILLISECONDS = 60_000;

export interface PreviewOptions
  extends Pick<PreviewCommandOptions, "language" | "port" | "openWith" | "draft"> {
  readonly clock?: Clock;
  readonly patience?: Patience;
  /** default: those of the package */
  readonly files?: ReadonlyMap<string, PageFile>;
  /** default: the system's */
  readonly openFile?: OpenFile;
}

export interface Preview {
  readonly port: number;
  readonly newAddress: (life?: number) => string;
  readonly isEntered: () => boolean;
  readonly isIdle: Promise<void>;
  /** settles where the system watches no more */
  readonly exhausted: Promise<EnvironmentError>;
  readonly close: () => Promise<void>;
}

/** @throws EnvironmentError where the port cannot be had */
export async function startPreview(manifest: string, options: PreviewOptions): Promise<Preview> {
  const { language, port, clock = SYSTEM_CLOCK, openWith } = options;
  const onFault = (fault: unknown) =>
    process.stderr.write(`${printFault(fault, { language, version: findVersion() })}\n`);
  const session = openSession(manifest, {
    language,
    draft: readDraft(options.draft),
    onState: (state) => server?.send(state),
    onBuild({ madeOf, fault }) {
      watching.add(madeOf);
      looking.end(madeOf.files.map((file) => resolve(file)));
      if (fault !== undefined) onFault(fault);
    },
  });
  const openInEditor = async (path: string, line: number): Promise<RefusalWords | undefined> => {
    const place = { path: resolve(path), line };
    const how = editorLaunch(place, { given: openWith, platform: process.platform });
    if (how.kind === "unquotable") return NOT_TAKEN.notQuoted;
    const isOpened = how.kind === "launch" && (await launch(how.launch));
    return isOpened ? undefined : NOT_TAKEN.notOpened;
  };
  const server = await startServer({
    session,
    files: options.files ?? readPageFiles(language),
    language,
    port,
    openFile: options.openFile ?? openInEditor,
    onFault,
    clock,
    ...(options.patience && { patience: options.patience }),
  });
  // Watching begins before the first build, so that no change made meanwhile goes unseen.
  const watching = watchPlaces([resolve(folderOf(manifest))], {
    note: (path) => follower.note(path),
    clock,
  });
  const looking = lookAgain((file) => follower.note(file), { clock });
  const follower = followChanges(async () => {
    looking.begin();
    await session.build().catch(onFault);
  });
  session.follow({ note: (path) => follower.note(resolve(path)) });
  const begun = Promise.all([watching.ready, follower.first]).then(() => watching.hold());
  return {
    port: server.port,
    newAddress: server.newAddress,
    isEntered: server.isEntered,
    isIdle: server.isIdle,
    exhausted: watching.exhausted,
    async close() {
      looking.close();
      await Promise.allSettled([begun, follower.end()]);
      await watching.close();
      await server.close();
    },
  };
}
