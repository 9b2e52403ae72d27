/**
 * The PDF edition before veraPDF, in the profiles that it claims: PDF/A-2a and PDF/UA-1. Judged are
 * the files that .tools/judges.js built, and hand-made ones with what the fixtures lack.
 * veraPDF comes from Maven Central into .judges/verapdf, once. Where Java or Maven is missing the
 * suite says so and is skipped; in CI that is a failure.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { hardCases } from "../pdf/hard-cases.js";
import { renderBytes } from "../pdf/read-back.js";
import { fetchVeraPdf, judgeByVeraPdf, missingForVeraPdf } from "./vera-pdf.js";

const missing = missingForVeraPdf();
const canJudge = missing.length === 0;
if (!canJudge)
  console.warn(`veraPDF is skipped: ${missing.join(" and ")} not found (Java and Maven are needed)`);

const built = existsSync(".judges/out")
  ? readdirSync(".judges/out", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".pdf"))
      .map((path) => resolve(".judges/out", path))
  : [];

describe.skipIf(!canJudge && process.env.CI !== "true")("veraPDF", () => {
  const files = [...built];

  beforeAll(async () => {
    fetchVeraPdf();
    mkdirSync(".judges/pdf", { recursive: true });
    for (const { name, layout, rest } of hardCases()) {
      const path = resolve(".judges/pdf", `${name}.pdf`);
      writeFileSync(path, await renderBytes(layout, rest));
      files.push(path);
    }
  });

  it("has files to judge", () => {
    expect(built.length).toBeGreaterThan(0);
  });

  it.each(["2a", "ua1"])("finds nothing against profile %s", (profile) => {
    const verdicts = judgeByVeraPdf(profile, files);
    expect(verdicts.map(({ file }) => file).toSorted()).toEqual(
      files.map((path) => basename(path)).toSorted(),
    );
    expect(
      verdicts.flatMap(({ file, failures }) => failures.map((failure) => `${file}: ${failure}`)),
    ).toEqual([]);
    expect(verdicts.filter(({ isCompliant }) => !isCompliant)).toEqual([]);
  });
});
