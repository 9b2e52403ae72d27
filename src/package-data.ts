/**
 * What `npm run build` puts beside the bundle, made by the code of the bundle itself: the JSON
 * Schemas and the package's templates, parsed. No part of the command.
 */

export { diskWorkspace } from "./disk/disk-workspace.js";
export { makeReadyTemplate } from "./read/ready-template.js";
export { schemaOf } from "./schema.js";
