/** What the preview starts besides itself: how it is named, and what no name of a file can make of it. */
import { win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { browserLaunch, type EditorChoice, editorLaunch } from "../../src/cli/preview/open-outside.js";
import { batchArguments, findProgram } from "../../src/cli/preview/windows-programs.js";

const BIN = "C:\\Users\\编辑\\AppData\\Local\\Programs\\Microsoft VS Code\\bin";
const FILES = [
  `${BIN}\\code`,
  `${BIN}\\code.cmd`,
  "C:\\Windows\\System32\\notepad.exe",
  "C:\\Tools\\editor.bat",
  "C:\\here\\code.exe",
];
const machine = {
  environment: {
    SystemRoot: "C:\\Windows",
    Path: `.;here;"${BIN}";C:\\Windows\\System32`,
    PATHEXT: ".COM;.EXE;.BAT;.CMD;.JS",
  },
  isFile: (path: string) => FILES.some((file) => file.toLowerCase() === path.toLowerCase()),
};
const CMD = "C:\\Windows\\System32\\cmd.exe";
const place = { path: "C:\\刊\\第 3 期\\a.md", line: 7 };
const on = (given: string | undefined): EditorChoice => ({ given, platform: "win32", machine });

describe("the browser", () => {
  const address = "http://127.0.0.1:8300/?token=a-b_c";
  it.each([
    ["win32", { command: CMD, args: ["/d", "/c", "start", '""', `"${address}"`], isVerbatim: true }],
    ["darwin", { command: "open", args: [address] }],
    ["linux", { command: "xdg-open", args: [address] }],
  ] as const)("on %s", (platform, expected) => {
    expect(browserLaunch(address, platform, machine)).toEqual(expected);
  });
});

describe("an editor", () => {
  it("gets a file's name as one argument, whatever is in it", () => {
    const odd = { path: '/刊/a & b "$(x)" %PATH%.md', line: 7 };
    const launch = (given: string) => editorLaunch(odd, { given, platform: "linux" });
    expect(launch("vim")).toEqual({ kind: "launch", launch: { command: "vim", args: [odd.path] } });
    expect(launch("'/opt/my editor' --at={line} {file}")).toEqual({
      kind: "launch",
      launch: { command: "/opt/my editor", args: ["--at=7", odd.path] },
    });
    expect(launch(" ")).toEqual({ kind: "missing" });
  });

  it("is the explorer's choice where none is named, a comma in the path or not", () => {
    expect(editorLaunch({ path: "C:\\刊\\甲,乙.md", line: 1 }, on(undefined))).toEqual({
      kind: "launch",
      launch: { command: "C:\\Windows\\explorer.exe", args: ['"C:\\刊\\甲,乙.md"'], isVerbatim: true },
    });
  });

  it("is found along PATH by its ending, and never in the current folder", () => {
    expect(findProgram("code", machine)).toBe(`${BIN}\\code.cmd`);
    expect(findProgram("notepad", machine)).toBe("C:\\Windows\\System32\\notepad.exe");
    expect(findProgram("NOTEPAD.EXE", machine)).toBe("C:\\Windows\\System32\\NOTEPAD.EXE");
    expect(findProgram("C:\\Tools\\editor", machine)).toBe("C:\\Tools\\editor.bat");
    for (const none of ["editor", "a.js", "C:\\Tools\\none.exe"])
      expect(findProgram(none, machine)).toBeUndefined();
    expect(editorLaunch(place, on("subl {file}"))).toEqual({ kind: "missing" });
  });

  it("that is a program is started as it is", () => {
    expect(editorLaunch(place, on("notepad"))).toEqual({
      kind: "launch",
      launch: { command: "C:\\Windows\\System32\\notepad.exe", args: [place.path] },
    });
  });

  it("that is a batch file is started by cmd.exe, each argument within quotation marks", () => {
    expect(editorLaunch(place, on("code -g {file}:{line}"))).toEqual({
      kind: "launch",
      launch: {
        command: CMD,
        args: ["/d", "/e:on", "/v:off", "/s", "/c", `""${BIN}\\code.cmd" "-g" "${place.path}:7""`],
        isVerbatim: true,
      },
    });
  });

  it.each(["a&calc.md", "a^b.md", "a|b>c<d.md", "(a) !b! 'c' `d`.md", "a, b; c=d.md"])(
    "that is a batch file is given %s as it is",
    (name) => {
      const [, , , , , line] = batchArguments("C:\\e.cmd", [win32.join("C:\\", name)]) ?? [];
      expect(line).toBe(`""C:\\e.cmd" "C:\\${name}""`);
      // Nothing of it stands outside of quotation marks, as cmd counts them.
      expect(line?.slice(1, -1).replace(/"[^"]*"/g, "")).toBe(" ");
    },
  );

  it.each(["100%.md", "%PATH%.md", 'a" & calc & ".md', "a\nb.md", "a\0b.md"])(
    "that is a batch file is not given %j, which no quotation holds",
    (name) => {
      const odd = { path: `C:\\刊\\${name}`, line: 1 };
      expect(editorLaunch(odd, on("code {file}"))).toEqual({
        kind: "unquotable",
        program: `${BIN}\\code.cmd`,
      });
    },
  );

  it("that is a batch file reads a backslash at the end as one", () => {
    expect(batchArguments("C:\\e.cmd", ["C:\\刊\\"])?.at(-1)).toBe('""C:\\e.cmd" "C:\\刊\\\\""');
  });
});
