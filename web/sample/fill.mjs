// Fills the page's template as src/parley/brief does: node sample/fill.mjs DOCUMENT.json PAGE.html
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const [from = "sample/brief.json", to = "../out/sample.html"] = process.argv.slice(2);
const brief = JSON.parse(readFileSync(from, "utf8"));
const asText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const page = readFileSync(new URL("../../data/page/page.html", import.meta.url), "utf8")
  .replace("<!--parley:title-->", () => asText(brief.title))
  .replace("<!--parley:static-->", () => `<h1>${asText(brief.title)}</h1>`)
  .replace("<!--parley:data-->", () => JSON.stringify(brief).replaceAll("<", "\\u003c"));
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, page);
