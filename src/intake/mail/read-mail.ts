/**
 * A mail (.eml) to its own text, the documents attached to it and the photos beside them; mails in it are read
 * the same way. Of a text that comes in two forms the richer is taken, never both.
 */
import PostalMime, { type Attachment, type Email } from "postal-mime";
import { tooLong } from "../carrier-notices.js";
import { MAX_ATTACHMENTS, MAX_MAIL_DEPTH, MAX_TEXT_BYTES } from "../intake-limits.js";
import type { Manuscript, ManuscriptBlock, ManuscriptPicture, Notice, Submission } from "../manuscript.js";
import { paragraphsOf, paragraphText } from "../manuscript-text.js";
import { nothingIn } from "../no-story-notices.js";
import { isMarkdown } from "../plain/markdown-lines.js";
import type { PageParts } from "../plain/page-blocks.js";
import { readItemText } from "../plain/read-item-text.js";
import { lineBlocks } from "../plain/read-text.js";
import type { AttachmentReader, NamedPictures, SubmissionSource } from "../submission-source.js";
import { tellCarrier } from "../tell-carrier.js";
import { readMailHead } from "./mail-head.js";
import {
  attachmentPassedOver,
  cloudAttachment,
  itemInMail,
  tooDeepMail,
  tooManyAttachments,
  unreadableMail,
  unreadText,
} from "./mail-notices.js";
import { ownText } from "./quoted-mail.js";
import { recodeMail } from "./recode-mail.js";
import { takeUuFiles } from "./uuencode.js";

/** Parts in parts; RFC 2046 sets no limit, mail programs come to six. */
const MAX_NESTING = 32;
const MAX_HEADER_BYTES = 1 << 20;

export async function readMail(
  bytes: Uint8Array,
  source: SubmissionSource,
  { depth, readAttachment }: { readonly depth: number; readonly readAttachment: AttachmentReader },
): Promise<Submission> {
  const { path, name } = source;
  const nothing = { path, mail: undefined, manuscripts: [], loosePictures: [] };
  if (depth > MAX_MAIL_DEPTH) return { ...nothing, notices: [tooDeepMail(name)] };
  const recoded = recodeMail(bytes);
  const parsed = recoded === undefined ? undefined : await parse(recoded.bytes);
  if (recoded === undefined || parsed === undefined) return { ...nothing, notices: [unreadableMail(name)] };
  const email = withUuFiles(parsed);
  const files = filesOf(email, path);
  const beside = picturesByName(files);
  const own = await readOwnText(email, source, files);
  const manuscripts: Manuscript[] = own === undefined ? [] : [own.manuscript];
  const loosePictures: ManuscriptPicture[] = [];
  const notices: Notice[] = recoded.unread.map(unreadText);
  if (files.length > MAX_ATTACHMENTS) notices.push(tooManyAttachments(files.length));
  for (const file of files.slice(0, MAX_ATTACHMENTS)) {
    if (own?.placed.has(file.bytes) === true || !isWanted(file)) continue;
    const inside = await readAttachment(file.bytes, { ...file, beside }, depth + 1);
    // A mail in a mail keeps its own head, and so does one that is forwarded: who forwards it does not send it.
    const head = inside.mail ?? own?.manuscript.mail;
    manuscripts.push(
      ...inside.manuscripts.map((each) => (head === undefined ? each : { mail: head, ...each })),
    );
    loosePictures.push(...inside.loosePictures);
    if (inside.item !== undefined) {
      manuscripts.push(readItemText(inside.item, { ...file, beside }));
      notices.push(itemInMail(file.name));
    }
    const isRead =
      inside.manuscripts.length > 0 || inside.loosePictures.length > 0 || inside.item !== undefined;
    notices.push(
      ...inside.notices.map((each) =>
        isRead || each.rule === "import/attachment" ? each : attachmentPassedOver(each),
      ),
    );
  }
  if (/超大附件|超大文件|云附件/.test(email.html ?? email.text ?? "")) notices.push(cloudAttachment());
  if (own === undefined && (email.text?.length ?? 0) > MAX_TEXT_BYTES)
    notices.push(tooLong(name, MAX_TEXT_BYTES >> 20));
  else if (manuscripts.length === 0 && loosePictures.length === 0) notices.push(nothingIn(name));
  // What an attached text calls by its name stands there.
  const called = new Set(
    manuscripts.flatMap(({ pictures }) => [...pictures.values()].map(({ bytes: each }) => each)),
  );
  const loose = loosePictures.filter(({ bytes: each }) => !called.has(each));
  return { path, mail: readMailHead(email), manuscripts, loosePictures: loose, notices };
}

async function parse(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: MAX_NESTING,
      maxHeadersSize: MAX_HEADER_BYTES,
    });
  } catch {
    return undefined;
  }
}

/** What stands uuencoded in its text is attached to the mail like any other file. */
function withUuFiles(email: Email): Email {
  if (email.text === undefined) return email;
  const { text, files } = takeUuFiles(email.text);
  const attached = files.map(
    ({ name, bytes }): Attachment => ({
      filename: name,
      mimeType: "application/octet-stream",
      disposition: "attachment",
      content: Uint8Array.from(bytes).buffer,
    }),
  );
  return { ...email, text, attachments: [...email.attachments, ...attached] };
}

interface AttachedFile extends SubmissionSource {
  readonly bytes: Uint8Array;
  readonly attachment: Attachment;
}

function filesOf({ attachments }: Email, path: string): readonly AttachedFile[] {
  const names = new Set<string>();
  return attachments.slice(0, MAX_ATTACHMENTS + 1).map((attachment, index) => {
    const given = fileName(attachment, index + 1);
    let name = given;
    for (let copy = 2; names.has(name); copy += 1) name = given.replace(/(\.[^.]*)?$/, ` (${copy})$1`);
    names.add(name);
    const { content } = attachment;
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    return { name, path: `${path}/${name}`, bytes, attachment };
  });
}

const picturesByName = (files: readonly AttachedFile[]): NamedPictures =>
  new Map(
    files
      .filter(({ bytes }) => tellCarrier(bytes).kind === "picture")
      .map(({ name, bytes }) => [name, { name, bytes }] as const),
  );

/** Names lead nowhere: no folders, no controls. */
function fileName({ filename, mimeType }: Attachment, number: number): string {
  const name = (filename ?? "")
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim()
    .slice(0, 200);
  if (name !== undefined && name !== "" && name !== "." && name !== "..") return name;
  return mimeType === "message/rfc822" ? `邮件${number}.eml` : `附件${number}`;
}

/** Invitations, cards, signatures of mail programs and reports of delivery are no submissions. */
const isWanted = ({ attachment: { mimeType } }: AttachedFile): boolean =>
  !/^(text\/calendar|text\/vcard|text\/x-vcard|application\/ics|application\/(x-)?pkcs7-signature|application\/pgp-signature|message\/delivery-status|message\/disposition-notification|text\/rfc822-headers)$/.test(
    mimeType,
  );

interface OwnPart {
  readonly manuscript: Manuscript;
  /** pictures that stand in it */
  readonly placed: ReadonlySet<Uint8Array>;
}

async function readOwnText(
  { html, text }: Email,
  { path, name }: SubmissionSource,
  files: readonly AttachedFile[],
): Promise<OwnPart | undefined> {
  const page = html === undefined ? undefined : await readHtml(html, name, files);
  // Behind > stands what is quoted, in Markdown as in a mail.
  const plain =
    text === undefined || text.length > MAX_TEXT_BYTES
      ? { blocks: [], pictures: new Map<string, ManuscriptPicture>(), notices: [] }
      : lineBlocks(text, {
          isMarkdown: isMarkdown(text) && !/^>/m.test(text),
          beside: picturesByName(files),
        });
  const isPage = page !== undefined && lengthOf(page.blocks) >= lengthOf(plain.blocks) * RICH;
  const { blocks, notices, head } = ownText(isPage ? page.blocks : plain.blocks);
  const { pictures } = isPage ? page : plain;
  if (lengthOf(blocks) === 0 && pictures.size === 0) return undefined;
  return {
    manuscript: {
      carrier: "mail",
      path,
      name,
      blocks,
      notes: new Map(),
      pictures,
      notices: [...(isPage ? page.notices : plain.notices), ...notices],
      ...(head !== undefined && { mail: head }),
    },
    placed: new Set([...pictures.values()].map(({ bytes }) => bytes)),
  };
}

/** Of two forms of a text the page says more; where words are missing in it, it is not the whole. */
const RICH = 0.9;

async function readHtml(
  html: string,
  name: string,
  files: readonly AttachedFile[],
): Promise<PageParts | undefined> {
  const { readPageText } = await import("../plain/read-page.js");
  const beside = new Map(
    files.flatMap((file) => {
      const id = file.attachment.contentId?.replace(/^\s*<|>\s*$/g, "");
      return id === undefined ? [] : [[`cid:${id}`, { bytes: file.bytes, name: file.name }] as const];
    }),
  );
  const parts = readPageText(html, name, beside);
  return "fault" in parts ? undefined : parts;
}

const lengthOf = (blocks: readonly ManuscriptBlock[]): number => {
  let length = 0;
  for (const paragraph of paragraphsOf(blocks)) length += paragraphText(paragraph).replace(/\s/g, "").length;
  return length;
};
