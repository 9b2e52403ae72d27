/**
 * Opens a bulletin by a double click: the folder that was dropped, else the bulletin that lies in this folder, else the one
 * that a person names; where there is none yet, one to begin with is written. Everything else is `bulletin preview`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const app = dirname(fileURLToPath(import.meta.url));
const home = dirname(app);
const command = join(app, "bulletin", "bin", "bulletin.js");
/** Where a new bulletin is put, beside the starters. */
const NEW_FOLDER = "我的简报";

const isChinese = /^zh\b/i.test(
  process.env.LC_ALL || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale,
);
const say = (zh, en) => process.stdout.write(`${isChinese ? zh : en}\n`);

if (process.argv[2] === "--console") {
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
  const { status } = spawnSync(process.execPath, [command, "preview", folder], { stdio: "inherit" });
  return status === 0 || status === null ? 0 : leave(status);
}

/** The first of what was dropped. */
function droppedPath() {
  const [, , first] = process.argv;
  if (first === undefined || first === "") return undefined;
  const whole = pathInLine(process.env.BULLETIN_LINE ?? "", process.env.BULLETIN_SCRIPT ?? "");
  return resolve(!existsSync(first) && whole !== undefined && existsSync(whole) ? whole : first);
}

/** cmd.exe /c ""D:\bulletin\open.cmd" D:\a&b" → D:\a&b */
function pathInLine(line, script) {
  const at = script === "" ? -1 : line.toLowerCase().lastIndexOf(script.toLowerCase());
  if (at < 0) return undefined;
  const rest = line
    .slice(at + script.length)
    .replace(/^"/, "")
    .trim()
    .replace(/"$/, "");
  return rest.replace(/^"([^"]*)"?.*$/, "$1");
}

/** A bulletin in this folder itself, or the one that was begun here. */
function ownBulletin() {
  return [home, join(home, NEW_FOLDER)].find(isBulletin);
}

function isBulletin(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  return readdirSync(folder).some((name) => name === "bulletin.yaml" || name === "issue.yaml");
}

async function askFolder() {
  const fresh = join(home, NEW_FOLDER);
  say(
    `请把简报所在的文件夹拖到这个窗口里，再按回车键。\n还没有简报的，直接按回车键，会在“${fresh}”里放一份可以修改的样例。`,
    `Drag the folder of your bulletin into this window and press Enter.\nIf you have none yet, just press Enter: a sample to change is put into “${fresh}”.`,
  );
  const folder = await readPath();
  if (folder !== "") return folder;
  const { status } = spawnSync(process.execPath, [command, "init", fresh], { stdio: "inherit" });
  if (status === 0) return fresh;
  await leave(status ?? 2);
  return undefined;
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
