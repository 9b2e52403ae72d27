/** Where the page begins: puts the app into index.html. The words of a drawing's text stay text (page-drawings.ts). */
import { render } from "preact";
import { App } from "./app.js";
import { keepDrawings } from "./page-drawings.js";

const root = document.getElementById("page");
const glyphs = document.getElementById("glyphs");
if (root !== null && glyphs instanceof SVGDefsElement) render(<App drawings={keepDrawings(glyphs)} />, root);
