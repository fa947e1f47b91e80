// What every test needs: a browser, a page that reports what it must not do, and the files to open.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { filled, sample } from "../../web/sample/fill.mjs";

const kFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: kFlags });
}

/** Writes the page of a document to a new folder and gives its path. */
export function written(document) {
  const path = join(mkdtempSync(join(tmpdir(), "parley-browser-")), "brief.html");
  writeFileSync(path, filled(document));
  return path;
}

/** The files to open: the sample, and what PARLEY_BRIEFS names. */
export function briefs() {
  const given = (process.env.PARLEY_BRIEFS ?? "").split(":").filter((path) => path !== "");
  return [["the sample", written(sample())], ...given.map((path) => [path, resolve(path)])];
}

/** A page with the file open, and the list of what went wrong on it: errors, warnings and requests. */
export async function open(browser, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  const address = pathToFileURL(path).href;
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("dialog", (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("request", (request) => request.url() !== address && wrong.push(`a request for ${request.url()}`));
  await page.goto(address);
  return { page, wrong };
}

/** The document inside an open page. */
export function documentOf(page) {
  return page.evaluate(() => JSON.parse(document.getElementById("brief-data").textContent));
}
