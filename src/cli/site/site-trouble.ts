/** What keeps `bulletin site` from making a website at all, with its remedy. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";

export const notPublic = (house: string | undefined): EnvironmentError =>
  new EnvironmentError(
    house === undefined
      ? {
          zh: "这份简报没有 bulletin.yaml，不能确定可以公开，没有做成网站。",
          en: "This bulletin has no bulletin.yaml that says it may be public; no website was made.",
        }
      : {
          zh: `“${house}”没有写 public: true，这份简报不公开，没有做成网站。`,
          en: `“${house}” does not say public: true: the bulletin is not public, and no website was made.`,
        },
    {
      zh: "确定可以公开后，请在 bulletin.yaml 里写上 public: true。不再公开的，已有的网站不会自己消失，请撤下它。",
      en: "Once it is settled that it may be public, write public: true in bulletin.yaml. If it is public no longer, take down the website that is there: it does not go by itself.",
    },
  );

export const twoBulletins = (one: string, other: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${one}”和“${other}”是两份简报，一个网站只放一份。`,
      en: `“${one}” and “${other}” are two bulletins; a website holds one.`,
    },
    { zh: "请分开运行，各用一个输出文件夹。", en: "Run the command for each, with a folder of its own." },
  );

export const nothingToShow = (): EnvironmentError =>
  new EnvironmentError(
    { zh: "没有可以上网站的期次。", en: "There is no issue that can stand on the website." },
    {
      zh: "请给出简报的文件夹；有密级的、是草稿的和有错误的期次不上网站。",
      en: "Give the folder of the bulletin. Secret issues, drafts and issues with errors are left out.",
    },
  );

export const foreignFile = (path: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${path}”不是本命令写的，网站要用这个位置，没有覆盖它。`,
      en: `“${path}” was not written by this command and stands where the website needs its place; it was not replaced.`,
    },
    {
      zh: "请把它移走，或用 --out 换一个文件夹。",
      en: "Move it away, or choose another folder with --out.",
    },
  );

/** @param folder that says another run is at work */
export const anotherRun = (folder: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: "另一个 bulletin site 正在写这个网站，这次没有改动它。",
      en: "Another run of bulletin site is writing this website; nothing was changed.",
    },
    {
      zh: `请等它结束后再运行；如果它在别的电脑上已经中断，请删除“${folder}”。`,
      en: `Run again when it has ended. If it ran on another computer and was broken off, delete “${folder}”.`,
    },
  );

/** @param cause what the disk said, in words */
export function halfReplaced(out: string, cause: unknown): EnvironmentError {
  const why = cause instanceof EnvironmentError ? cause.problem : { zh: String(cause), en: String(cause) };
  return new EnvironmentError(
    {
      zh: `${why.zh}“${out}”里的网站换到一半停下了，新旧页面混在一起。`,
      en: `${why.en} Replacing the website in “${out}” stopped halfway; old and new pages are mixed.`,
    },
    {
      zh: "请先不要上传。排除上述原因后再运行一次，会接着换完。",
      en: "Do not upload it. Remove the cause and run again: the rest is replaced then.",
    },
    { cause },
  );
}

/** @param names of the bulletin whose website is there, and of the one that was asked for */
export const anotherBulletin = (out: string, [there, asked]: readonly [string, string]): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${out}”里是《${there}》的网站，没有换成《${asked}》的。`,
      en: `“${out}” holds the website of 《${there}》; it was not replaced by that of 《${asked}》.`,
    },
    {
      zh: `请用 --out 另换一个文件夹；如果是同一份简报改了名、换了地方，请删去“${out}”再运行。`,
      en: `Choose another folder with --out. If it is the same bulletin, renamed and moved, delete “${out}” and run again.`,
    },
  );

export const linkedOut = (folder: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${folder}”是一个链接，或在一个链接里，指向网站文件夹之外；没有写到那里，网站没有改动。`,
      en: `“${folder}” is a link that leads out of the website's folder, or lies in one; nothing was written there, and the website was not changed.`,
    },
    {
      zh: "请把链接换成文件夹本身，或用 --out 换一个文件夹。",
      en: "Replace the link with a folder, or choose another one with --out.",
    },
  );

/** What is uploaded would hold the sources, secret ones as well. */
export const aroundIssues = (out: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${out}”里放着简报的原稿；把网站做在这里，上传时原稿（连同不公开的各期）会一起传出去。`,
      en: `“${out}” holds the bulletin's sources; whoever uploads a website made there uploads them too, with the issues that are not public.`,
    },
    { zh: "请用 --out 换一个文件夹，例如 网站。", en: "Choose another folder with --out, such as public." },
  );

/** @param location of what is remembered between runs */
export const recordsInWebsite = (location: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${location}”在网站的文件夹里；里面要记各期原稿的位置（包括不公开的），不能随网站上传。`,
      en: `“${location}” lies in the website's folder; what is remembered there names the sources of all issues, also of those that are not public, and must not be uploaded.`,
    },
    {
      zh: "请用 --cache-location 换一个文件夹，或不写这个选项。",
      en: "Choose another folder with --cache-location, or leave that option out.",
    },
  );

export const insideIssues = (out: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${out}”是简报自己的文件夹，网站不能与稿件放在一起。`,
      en: `“${out}” is the bulletin's own folder; the website cannot lie among the items.`,
    },
    { zh: "请用 --out 换一个文件夹，例如 网站。", en: "Choose another folder with --out, such as public." },
  );
