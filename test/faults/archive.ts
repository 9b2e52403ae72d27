/** An archive of three small issues, of which a case spoils the second. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const SPOILT = "issues/2";
const WHOLE = ["issues/1", "issues/3"];

export function makeArchive(folder: string): string {
  mkdirSync(folder, { recursive: true });
  write(folder, {
    "bulletin.yaml":
      "bulletin: {name: 示例工作简报, publisher: 示例单位办公室}\nsections: [{name: 工作动态}]\ncontact: {label: 信息报送邮箱, email: submissions@example.org}\n",
  });
  for (const number of [1, 2, 3]) {
    write(join(folder, `issues/${number}`), {
      "issue.yaml": `year: 2026\nnumber: ${number}\ndate: 2026-05-18\nsections:\n  - name: 工作动态\n    items: [items/a.md]\n`,
      "items/a.md": `---\ntitle: 示例科协召开第${"一二三"[number - 1]}次座谈会\n---\n\n五月十八日，示例科协召开座谈会，研究部署下一阶段的重点工作。\n`,
    });
  }
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
  }
}

/** Adds to a file that is there. */
export function add(path: string, text: string): void {
  writeFileSync(path, readFileSync(path, "utf8") + text);
}

/** Gives an issue a copy of a template of the package. */
export function ownTemplate(issue: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  cpSync("templates/jianbao", join(issue, "tpl"), { recursive: true });
  write(join(issue, "tpl"), files);
  add(join(issue, "issue.yaml"), "template: ./tpl\n");
}

/** @returns the editions of the issues that were left sound, by the paths of their folders */
export function editionsOfOthers(folder: string): readonly string[] {
  return WHOLE.flatMap((issue) => {
    try {
      return readdirSync(join(folder, issue, "dist")).map((name) => `${issue}/dist/${name}`);
    } catch {
      return [];
    }
  });
}

export function clear(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
