/**
 * The same bytes on every supported Node: each release is fetched from npm's own `node` package
 * into an ignored folder. What is promised stands in docs/security.md.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** Newest of each line in Long-Term Support or current. */
const RELEASES = ["20", "22", "24"];
const FIXTURES = ["minimal", "every-markup", "work-bulletin"];
const folder = resolve(".judges/node");
const out = resolve(".judges/determinism");

function nodeOf(release: string): string {
  const place = join(folder, release);
  const program = join(place, "node_modules/node/bin/node");
  if (!existsSync(program)) {
    mkdirSync(place, { recursive: true });
    // Its install script puts the program of this platform in place.
    execFileSync("npm", [
      "install",
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--prefix",
      place,
      `node@${release}`,
    ]);
  }
  return program;
}

function buildBy(program: string, name: string): Readonly<Record<string, string>> {
  const target = join(out, name);
  for (const fixture of FIXTURES) {
    execFileSync(
      program,
      ["bin/bulletin.js", "build", join("fixtures", fixture), "-o", join(target, fixture)],
      {
        env: { ...process.env, SOURCE_DATE_EPOCH: "" },
      },
    );
  }
  return Object.fromEntries(
    FIXTURES.flatMap((fixture) =>
      readdirSync(join(target, fixture)).map((file) => {
        const bytes = readFileSync(join(target, fixture, file));
        return [`${fixture}/${file}`, createHash("sha256").update(bytes).digest("hex")];
      }),
    ),
  );
}

describe("the same bytes", () => {
  const here = buildBy(process.execPath, "here");

  it.each(RELEASES)("on Node %s", (release) => {
    expect(buildBy(nodeOf(release), release)).toEqual(here);
  });
});
