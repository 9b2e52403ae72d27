/**
 * Builds all fixtures into .eye and turns their pages into pictures, to be looked at. Pictures need
 * Debian's poppler-utils; DOCX pages also need libreoffice; the web page needs chromium.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const eye = join(root, ".eye");
const wanted = process.argv.slice(2);
const run = (command, args) =>
  execFileSync(command, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

for (const name of readdirSync(join(root, "fixtures"))) {
  if (!existsSync(join(root, "fixtures", name, "issue.yaml"))) continue;
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const folder = join(eye, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(process.execPath, ["bin/bulletin.js", "build", join("fixtures", name), "--out", folder]);
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    const stem = file.replace(/\.\w+$/, "");
    if (file.endsWith(".pdf")) drawPdf(path, join(folder, `${stem}-pdf`));
    if (file.endsWith(".docx")) drawDocx(path, folder, stem);
    if (file.endsWith(".html")) drawHtml(path, folder, stem);
  }
  console.log(folder);
}

function drawPdf(path, prefix) {
  attempt("pdftoppm", ["-r", "60", "-png", path, prefix]);
}

function drawDocx(path, folder, stem) {
  const drawn = join(folder, "docx");
  if (!attempt("soffice", ["--headless", "--convert-to", "pdf", "--outdir", drawn, path])) return;
  drawPdf(join(drawn, `${stem}.pdf`), join(folder, `${stem}-docx`));
}

function drawHtml(path, folder, stem) {
  for (const width of [360, 768, 1440]) {
    attempt("chromium", [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--hide-scrollbars",
      "--disable-background-networking",
      `--window-size=${width},2400`,
      `--screenshot=${join(folder, `${stem}-html-${width}.png`)}`,
      `file://${path}`,
    ]);
  }
}

function attempt(command, args) {
  try {
    execFileSync(command, args, { cwd: root, stdio: "ignore", timeout: 120_000 });
    return true;
  } catch {
    console.error(`${command} is missing or failed; its pictures are left out`);
    return false;
  }
}
