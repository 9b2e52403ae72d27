/** Where the house's pages stand on the web: `output.url` is the address of their folder. */

/** What the last part of a page's address ends in; a folder may be called v1.2. */
const PAGE = /\.(?:[sx]?html?|php\d?|aspx?|jspx?|cgi|do|pdf|docx?)$/i;

/** @returns whether the address is that of a page, in which no other page can stand */
export const isPageAddress = (address: string): boolean => PAGE.test(lastPart(address));

/** @returns the address of the folder in which a page stands, with its solidus */
export const folderOfPage = (address: string): string =>
  address.slice(0, address.length - lastPart(address).length);

/** What follows the last solidus behind the host. */
const lastPart = (address: string): string =>
  /^[a-z]+:\/\/[^/]*\/(?:.*\/)?([^/]*)$/i.exec(address)?.[1] ?? "";

/** @returns the address at which the page of this name will stand; none where the house does not say where its pages do */
export const pageAddress = (folder: string | undefined, slug: string): string | undefined =>
  folder === undefined || isPageAddress(folder)
    ? undefined
    : `${folder.replace(/\/$/, "")}/${encodeURIComponent(slug)}.html`;
