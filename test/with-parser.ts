/** For tests that read without lint() or build(), which load the parser themselves. */
import { loadParser } from "../src/read/markdown/parse-markdown.js";

await loadParser();
