/** veraPDF, from Maven Central into .judges/verapdf, once; and what it says of files. */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const HOME = resolve(".judges/verapdf");
const LIBRARIES = join(HOME, "lib");
const MAIN_CLASS = "org.verapdf.apps.GreenfieldCliWrapper";

/** Commands that it needs and this machine lacks. */
export const missingForVeraPdf = (): readonly string[] => {
  const missing = ["java", "mvn"].filter((command) => spawnSync(command, ["-version"]).error !== undefined);
  return existsSync(LIBRARIES) ? missing.filter((command) => command === "java") : missing;
};

export function fetchVeraPdf(): void {
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

export interface Verdict {
  readonly file: string;
  readonly isCompliant: boolean;
  readonly failures: readonly string[];
}

export function judgeByVeraPdf(profile: string, files: readonly string[]): readonly Verdict[] {
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
