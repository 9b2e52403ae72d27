/** What carries a submission, told by its bytes (tell-carrier.ts); and what is refused, each by the name of its format. */

export type Carrier =
  | { readonly kind: "word" | "word-97" | "mail" | "html" | "text" | "picture" }
  | { readonly kind: "refused"; readonly format: RefusedFormat };

export type RefusedFormat =
  | "empty"
  | "too-large"
  | "binary"
  | "old-encoding"
  | "damaged-package"
  | "crowded-package"
  | "locked"
  | "excel"
  | "powerpoint"
  | "visio"
  | "open-document"
  | "epub"
  | "ofd"
  | "pages"
  | "wps-cloud"
  | "archive"
  | "word-95"
  | "outlook"
  | "winmail"
  | "works"
  | "ole"
  | "damaged-ole"
  | "word-2003-xml"
  | "flat-opc"
  | "xml"
  | "rtf"
  | "pdf"
  | "mhtml"
  | "heic"
  | "avif"
  | "gif"
  | "bmp"
  | "tiff"
  | "svg"
  | "emf"
  | "video";
