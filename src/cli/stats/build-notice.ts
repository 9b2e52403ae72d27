/** The notice of what was printed, set by our own editions: built in memory, as an issue of one item. */
import { build } from "../../build.js";
import type { Language } from "../../diagnostics/language.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { overlayWorkspace } from "../../read/workspace.js";
import { composeNotice } from "../../stats/compose-notice.js";
import { noticeIssue } from "../../stats/notice-issue.js";
import { lookOf } from "../terminal/paint.js";
import type { Counted } from "./counted.js";

/** @returns undefined where the notice was refused, which has been told */
export async function buildNotice(
  { records, statistics, soFar, date }: Counted,
  { edition, language }: { readonly edition: "docx" | "pdf"; readonly language: Language },
): Promise<Uint8Array | undefined> {
  const { house, root } = records;
  const environment = diskEnvironment();
  const notice = composeNotice({
    statistics,
    soFar,
    bulletins: records.bulletins,
    publisher: house.bulletin.publisher?.value,
    date,
  });
  const read =
    house.path === undefined
      ? undefined
      : environment.workspace.readFile(house.path, { maxBytes: MOST_BYTES });
  const houseText = read?.state === "found" ? new TextDecoder().decode(read.bytes) : undefined;
  const { manifest, files } = noticeIssue(notice, {
    house,
    houseText,
    root,
    period: statistics.period,
    date,
  });
  const workspace = overlayWorkspace(environment.workspace, files);
  const { artifacts, diagnostics, sources } = await build(
    manifest,
    { ...environment, workspace },
    { editions: [edition], structuralOnly: true },
  );
  const [made] = artifacts;
  if (made === undefined)
    process.stderr.write(printPretty(diagnostics, sources, { ...lookOf(process.stderr), language }));
  return made?.bytes;
}

/** More than the linter reads of YAML. */
const MOST_BYTES = 16 * 1024 * 1024;
