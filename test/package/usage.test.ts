/** Wrong usage and help are told in the user's language, with the way to more help. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const COMMAND = resolve("bin/bulletin.js");

function bulletin(line: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [COMMAND, "--lang", "zh", ...line.split(" ")],
    {
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

describe("a mistake", () => {
  it.each([
    ["bild", "没有“bild”这个命令。\n是不是想用 build？"],
    ["lint --fixx", "没有“--fixx”这个选项。\n是不是想用 --fix？"],
    ["new item", "缺少必需的参数 <title>。"],
    ["lint --output-file", "选项 -o, --output-file <file> 后面缺少内容。"],
    ["lint -f xml", "选项 -f, --format <format> 的内容“xml”不对。可选：pretty"],
    ["build -e epub", "选项 -e, --edition <names> 的内容“epub”不对。没有“epub”这种版本"],
    ["build --shard 3/2", "选项 --shard <i/n> 的内容“3/2”不对。应写作 i/n"],
    ["completion tcsh", "“tcsh”不能用作 <shell>。可选：bash, zsh, fish。"],
    ["init 我的 简报", "给出的参数太多。路径里有空格的"],
  ])("bulletin %s", (line, told) => {
    const { code, out, err } = bulletin(line);
    expect(err).toContain(told);
    expect(err).toContain("→ 用法见 bulletin help");
    expect(err).not.toMatch(/error|unknown|invalid|missing/);
    expect([code, out]).toEqual([2, ""]);
  });
});

it.each(["--help", "build --help", "lint --help", "new item --help", "completion --help"])(
  "%s has no English left",
  (line) => {
    const { code, out } = bulletin(line);
    expect(code).toBe(0);
    expect(out).not.toMatch(/default|choices|Usage|Options|Arguments|Commands/);
  },
);
