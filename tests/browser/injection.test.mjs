import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sample } from "../../web/sample/fill.mjs";
import { launch, open, written } from "./pages.mjs";

const kHostile = [
  `<img src=x onerror="alert(1)">`,
  `</script><script>alert(2)</script>`,
  `</title></style></main><script>alert(3)</script><!--<script>`,
  `"><svg onload=alert(4)>`,
  `javascript:alert(5)`,
  `&lt;b&gt; {{7*7}} \${7*7}`,
];

/** The document with a hostile text before every text in it; what is a name in the format stays. */
function infected(value, hostile, key = "") {
  if (Array.isArray(value)) return value.map((each) => infected(each, hostile, key));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, infected(each, hostile, name)]));
  }
  const isName = ["schema", "id", "block", "kind", "style", "edition", "anchor", "link", "date"].includes(key);
  return typeof value === "string" && !isName ? hostile + value : value;
}

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const hostile of kHostile) {
  test(`text stays text: ${hostile}`, async () => {
    const document_ = infected(sample(), hostile);
    const { page, wrong } = await open(browser, written(document_));
    assert.equal(await page.title(), document_.title);
    assert.equal(await page.locator("h1").textContent(), document_.answer);
    const text = await page.locator("body").evaluate((body) => body.innerText);
    assert.ok(text.split(hostile).length > 100, "it is seen wherever there was text");
    // The template has two scripts and a page of this kind no picture but drawings.
    assert.equal(await page.locator("script").count(), 2);
    assert.equal(await page.locator("img, iframe, object, embed, [onerror], [onload]").count(), 0);
    await page.locator("main a.evidence").first().click();
    assert.ok((await page.locator("dialog blockquote").textContent()).includes(hostile));
    assert.deepEqual(wrong, []);
    await page.context().close();
  });
}

test("a link is an anchor and nothing else", async () => {
  const brief = sample();
  brief.chapters[0].blocks = ["javascript:alert(1)", "https://example.org", "//example.org", "nowhere", "sources"].map((link) => ({
    block: "paragraph",
    prose: [{ text: link, link }],
  }));
  const { page, wrong } = await open(browser, written(brief));
  assert.deepEqual(
    await page.locator("main section:first-child p a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
    ["#sources"],
  );
  assert.deepEqual(wrong, []);
  await page.context().close();
});
