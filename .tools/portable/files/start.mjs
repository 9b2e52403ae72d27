/**
 * Opens a bulletin by a double click: the folder that was dropped, else the bulletin that lies in this folder, else the one
 * that a person names; where there is none yet, one to begin with is written. Everything else is `bulletin preview`, which is
 * handed the options that are given, as in open-bulletin.sh FOLDER --no-open.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const app = dirname(fileURLToPath(import.meta.url));
const home = dirname(app);
const command = join(app, "bulletin", "bin", "bulletin.js");
/** A new bulletin is put beside the starters, or where the person's own files are if this folder cannot be written. */
const NEW_FOLDER = "我的简报";
const newPlaces = [home, homedir()].map((folder) => join(folder, NEW_FOLDER));

/** What was dropped or named, and options for the preview; the value of one is written as --port=8080. */
const [paths, options] = [false, true].map((isOption) =>
  process.argv.slice(2).filter((word) => word !== "" && word.startsWith("-") === isOption),
);

const isChinese = /^zh\b/i.test(
  process.env.LC_ALL || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale,
);
const say = (zh, en) => process.stdout.write(`${isChinese ? zh : en}\n`);

if (options[0] === "--console") {
  say(
    "可以在这个窗口里使用 bulletin 命令，例如：bulletin lint 文件夹。输入 bulletin --help 查看全部命令。",
    "The command bulletin works in this window, for example: bulletin lint FOLDER. All commands: bulletin --help.",
  );
} else {
  process.exitCode = await open();
}

/** @returns {Promise<number>} what the window ends with */
async function open() {
  const given = droppedPath();
  if (given !== undefined && !existsSync(given)) {
    say(`找不到“${given}”。`, `“${given}” is not there.`);
    return leave(2);
  }
  const folder = given ?? ownBulletin() ?? (await askFolder());
  if (folder === undefined) return 0;
  if (typeof folder === "number") return leave(folder);
  const status = await preview(folder);
  return status === 0 ? 0 : leave(status);
}

/**
 * Until the preview ends. What ends this process ends that one: Ctrl+C reaches both, and this one waits for the other.
 * @returns {Promise<number>}
 */
function preview(folder) {
  const child = spawn(process.execPath, [command, "preview", folder, ...options], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      // On Windows a signal cannot be handed on, only the process be ended at once.
      if (process.platform !== "win32") child.kill(signal);
    });
  return new Promise((done) => {
    child.once("error", () => done(2));
    child.once("close", (status) => done(status ?? 0));
  });
}

/** The first of what was dropped. What cmd has made of it may be the folder beside it: of `D:\a&b`, `D:\a`. */
function droppedPath() {
  const [first] = paths;
  if (first === undefined) return undefined;
  const line = pathsInLine(process.env.BULLETIN_LINE ?? "", process.env.BULLETIN_SCRIPT ?? "");
  return resolve(line.find((path) => existsSync(path)) ?? first);
}

/**
 * cmd.exe /c ""D:\bulletin\open.cmd" D:\a&b D:\c" → D:\a&b D:\c, D:\a&b
 * @returns {readonly string[]} what the first path may be, longest first: it is not quoted, and others may follow
 */
function pathsInLine(line, script) {
  const at = script === "" ? -1 : line.toLowerCase().lastIndexOf(script.toLowerCase());
  if (at < 0) return [];
  const rest = line
    .slice(at + script.length)
    .replace(/^"/, "")
    .trim()
    .replace(/"$/, "");
  if (rest.startsWith('"')) return [rest.replace(/^"([^"]*)"?.*$/, "$1")];
  const words = rest.split(" ");
  return words.map((_, dropped) => words.slice(0, words.length - dropped).join(" "));
}

/** A bulletin in this folder itself, or the one that was begun here. */
function ownBulletin() {
  return [home, ...newPlaces].find(isBulletin);
}

/** Permissions alone do not say it on Windows. */
function canWrite(folder) {
  try {
    rmdirSync(mkdtempSync(join(folder, ".bulletin-")));
    return true;
  } catch {
    return false;
  }
}

function isBulletin(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  return readdirSync(folder).some((name) => name === "bulletin.yaml" || name === "issue.yaml");
}

/** @returns {Promise<string | number | undefined>} undefined where the window was closed; what went wrong as a number */
async function askFolder() {
  const fresh = newPlaces.find((folder) => canWrite(dirname(folder))) ?? newPlaces[0];
  say(
    `请把简报所在的文件夹拖到这个窗口里，再按回车键。\n还没有简报的，直接按回车键，会在“${fresh}”里放一份可以修改的样例。`,
    `Drag the folder of your bulletin into this window and press Enter.\nIf you have none yet, just press Enter: a sample to change is put into “${fresh}”.`,
  );
  const folder = await readPath();
  if (folder !== "") return folder;
  // What it says is for the command line; what goes wrong is said all the same.
  const stdio = ["ignore", "ignore", "inherit"];
  const { status } = spawnSync(process.execPath, [command, "init", fresh], { stdio });
  if (status === 0) {
    say(
      `样例在“${fresh}”里。用文本编辑器打开里面的 bulletin.yaml 和 issues 里的稿件，改好存盘，浏览器里的页面随之更新。`,
      `The sample is in “${fresh}”. Open bulletin.yaml and the items below issues in a text editor: the page follows each save.`,
    );
    return fresh;
  }
  return status ?? 2;
}

/** @returns {Promise<string | undefined>} empty where Enter alone was pressed, undefined where the window was closed */
async function readPath() {
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) {
      const path = line.trim().replace(/^["'](.*)["']$/, "$1");
      if (path === "") return "";
      if (existsSync(path)) return resolve(path);
      say(`找不到“${path}”，请再试一次。`, `“${path}” is not there; please try again.`);
    }
    return undefined;
  } finally {
    lines.close();
  }
}

/** The window stays until its words are read. */
async function leave(status) {
  if (!process.stdin.isTTY) return status;
  say("按回车键关闭这个窗口。", "Press Enter to close this window.");
  const lines = createInterface({ input: process.stdin });
  await new Promise((done) => lines.once("line", done).once("close", done));
  lines.close();
  return status;
}
