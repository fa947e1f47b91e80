// Fills the page's template as src/parley/brief does: node sample/fill.mjs [DOCUMENT.json] [PAGE.html]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const asText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The page of a document; what reads without scripts is its title only. */
export function filled(brief) {
  return readFileSync(here("../../data/page/page.html"), "utf8")
    .replace("<!--parley:title-->", () => asText(brief.title))
    .replace("<!--parley:static-->", () => `<h1>${asText(brief.answer)}</h1>`)
    .replace("<!--parley:data-->", () => JSON.stringify(brief).replaceAll("<", "\\u003c"));
}

export function sample() {
  return JSON.parse(readFileSync(here("brief.json"), "utf8"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , from, to = here("../../out/sample.html")] = process.argv;
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, filled(from ? JSON.parse(readFileSync(from, "utf8")) : sample()));
}
