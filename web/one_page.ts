import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import type { Plugin } from "vite";

/** The source that a content-security policy allows: the hash of an inline script's or style's text. */
function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/**
 * What the page is built from, as a number: FNV-1a over the names and bytes of these files, in the order of their
 * names. The page carries it, so that a test without Node sees a page that is not built anew
 * (tests/architecture/page_test.cpp).
 */
function sourcesHash(): string {
  const below = readdirSync("src", { recursive: true, encoding: "utf8" }).map((name) => `src/${name.replaceAll("\\", "/")}`);
  const files = [...below.filter((name) => /\.(css|tsx?)$/.test(name)), "one_page.ts", "package-lock.json", "page.html"];
  let hash = 0xcbf29ce484222325n;
  for (const name of files.sort()) {
    for (const byte of Buffer.concat([Buffer.from(name), readFileSync(name)])) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
  }
  return hash.toString(16).padStart(16, "0");
}

/**
 * Code as it may stand inside <script>: nothing in it ends the element or starts a comment there, and
 * none of the markers that the program fills (HTML standard, "Restrictions for contents of script
 * elements"). In JavaScript these stand in string or pattern literals only, where the escape is
 * the same character.
 */
function asInlineScript(code: string): string {
  return code.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3c!--");
}

/** Puts the one script and the one style sheet of a build into the template, with a policy that allows nothing else. */
export function onePage(template: string): Plugin {
  return {
    name: "one-page",
    enforce: "post",
    generateBundle(_options, bundle) {
      let script = "";
      let style = "";
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type === "chunk") script += output.code;
        else if (name.endsWith(".css")) style += output.source.toString();
        else this.error(`${name} would be a second file`);
        delete bundle[name];
      }
      script = asInlineScript(script);
      style = style.trim();
      const policy = [
        "default-src 'none'",
        `script-src ${hashSource(script)}`,
        `style-src ${hashSource(style)}`,
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; ");
      const source = readFileSync(template, "utf8")
        .replace("%policy%", () => policy)
        .replace("%sources%", sourcesHash)
        .replace("%style%", () => style)
        .replace("%script%", () => script);
      this.emitFile({ type: "asset", fileName: "page.html", source });
    },
  };
}
