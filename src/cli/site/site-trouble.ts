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
      zh: "确定可以公开后，请在 bulletin.yaml 里写上 public: true。",
      en: "Once it is settled that it may be public, write public: true in bulletin.yaml.",
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

export const insideIssues = (out: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `“${out}”是简报自己的文件夹，网站不能与稿件放在一起。`,
      en: `“${out}” is the bulletin's own folder; the website cannot lie among the items.`,
    },
    { zh: "请用 --out 换一个文件夹，例如 网站。", en: "Choose another folder with --out, such as public." },
  );
