/**
 * The PDF edition before veraPDF, in the profiles that it claims: PDF/A-2a and PDF/UA-1. Judged are
 * the files that .tools/judges.js built, and hand-made ones with what the fixtures lack.
 * veraPDF comes from Maven Central into .judges/verapdf, once. Where Java or Maven is missing the
 * suite says so and is skipped; in CI that is a failure.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { hardCases } from "../pdf/hard-cases.js";
import { renderBytes } from "../pdf/read-back.js";

const HOME = resolve(".judges/verapdf");
const LIBRARIES = join(HOME, "lib");
const MAIN_CLASS = "org.verapdf.apps.GreenfieldCliWrapper";

const missing = ["java", "mvn"].filter((command) => spawnSync(command, ["-version"]).error !== undefined);
const canJudge = existsSync(LIBRARIES) ? !missing.includes("java") : missing.length === 0;
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
    const verdicts = judge(profile, files);
    expect(verdicts.map(({ file }) => file).toSorted()).toEqual(
      files.map((path) => basename(path)).toSorted(),
    );
    expect(
      verdicts.flatMap(({ file, failures }) => failures.map((failure) => `${file}: ${failure}`)),
    ).toEqual([]);
    expect(verdicts.filter(({ isCompliant }) => !isCompliant)).toEqual([]);
  });
});

function fetchVeraPdf(): void {
  if (existsSync(LIBRARIES)) return;
  mkdirSync(HOME, { recursive: true });
  copyFileSync(join(import.meta.dirname, "verapdf-pom.xml"), join(HOME, "pom.xml"));
  const part = `${LIBRARIES}.part`;
  execFileSync("mvn", [
    "-q",
    "-B",
    "-f",
    join(HOME, "pom.xml"),
    "dependency:copy-dependencies",
    `-DoutputDirectory=${part}`,
  ]);
  renameSync(part, LIBRARIES);
}

interface Verdict {
  readonly file: string;
  readonly isCompliant: boolean;
  readonly failures: readonly string[];
}

function judge(profile: string, files: readonly string[]): readonly Verdict[] {
  const { stdout, stderr } = spawnSync(
    "java",
    [
      "-Xmx2g",
      "-Djava.awt.headless=true",
      "-cp",
      join(LIBRARIES, "*"),
      MAIN_CLASS,
      "-f",
      profile,
      "--format",
      "xml",
      "--maxfailuresdisplayed",
      "3",
      ...files,
    ],
    { encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  const jobs = stdout.split("<job>").slice(1);
  if (jobs.length === 0) throw new Error(`veraPDF said nothing: ${stderr}`);
  return jobs.map((job) => ({
    file: basename(/<name>([^<]*)<\/name>/.exec(job)?.[1] ?? ""),
    isCompliant: /<validationReport [^>]*isCompliant="true"/.test(job),
    failures: [...job.matchAll(/<rule [^>]*clause="([^"]*)"[^>]*>[\s\S]*?<description>([^<]*)</g)].map(
      ([, clause, description]) => `${clause} ${description}`,
    ),
  }));
}
