#!/usr/bin/env node
/** Starts the built command line; `npm run build` makes it. */
import { main } from "../dist/cli.js";

await main(process.argv.slice(2));
