import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { briefs, documentOf, launch, open } from "./pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds against WCAG 2.2 A and AA and its own best practices, in words. */
async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** Opens what is folded, as a reader would click by click. */
function unfold(page) {
  return page.evaluate(() => document.querySelectorAll("main details").forEach((each) => (each.open = true)));
}

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

for (const [name, path] of briefs()) {
  describe(name, () => {
    test("shows every chapter, with no error and no request", async () => {
      const { page, wrong } = await open(browser, path);
      const brief = await documentOf(page);
      assert.equal(await page.title(), brief.title);
      assert.equal(await page.locator("h1").textContent(), brief.answer);
      assert.deepEqual(
        await page.locator("main .chapter:not(.sources) > h2").allTextContents(),
        brief.chapters.map(({ title }) => title),
      );
      const figures = brief.chapters.flatMap(({ blocks }) => blocks).filter(({ block }) => block === "figure");
      for (const kind of ["strip", "grid", "frontier", "tornado", "timeline", "side_by_side"]) {
        const wanted = figures.filter((figure) => figure.kind === kind).length;
        assert.equal(await page.locator(`.figure-${kind}:has(> :not(figcaption))`).count(), wanted, kind);
      }
      assert.deepEqual(wrong, []);
      await page.context().close();
    });

    test("a link to evidence opens its passage; Escape closes it and gives the focus back", async () => {
      const { page, wrong } = await open(browser, path);
      const { exhibits } = await documentOf(page);
      await unfold(page);
      const links = page.locator("main a.evidence");
      const drawer = page.locator("dialog");
      const seen = new Set();
      for (let i = 0; i < (await links.count()); ++i) {
        const anchor = (await links.nth(i).getAttribute("href")).slice(1);
        if (seen.has(anchor)) continue;
        seen.add(anchor);
        const exhibit = exhibits.find((each) => each.anchor === anchor);
        // With the keyboard, as a reader without a mouse would.
        await links.nth(i).focus();
        await page.keyboard.press("Enter");
        await drawer.waitFor({ state: "visible" });
        assert.ok((await drawer.textContent()).includes(exhibit.before + exhibit.passage + exhibit.after));
        if (exhibit.report !== "") assert.equal(await drawer.locator("mark").textContent(), exhibit.passage);
        assert.equal(await drawer.locator(".origin").textContent(), exhibit.origin);
        await page.keyboard.press("Escape");
        await drawer.waitFor({ state: "hidden" });
        assert.ok(await links.nth(i).evaluate((link) => link === document.activeElement), "the focus is back");
      }
      if (exhibits.length > 0) assert.ok(seen.size > 0, "something leads to the evidence");
      assert.deepEqual(wrong, []);
      await page.context().close();
    });

    test("the first stop of the keyboard leads past the contents", async () => {
      const { page } = await open(browser, path);
      await page.keyboard.press("Tab");
      assert.equal(await page.locator(".skip").evaluate((link) => link === document.activeElement), true);
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("main").evaluate((main) => main === document.activeElement), true);
      await page.context().close();
    });

    test("the head of a table stays in sight", async () => {
      const { page } = await open(browser, path);
      for (const table of await page.locator("main table").all()) {
        const height = await table.evaluate((element) => element.offsetHeight);
        if (height < 1200 || (await table.evaluate((element) => element.closest(".scroller") !== null))) continue;
        await table.evaluate((element) => scrollTo({ top: element.getBoundingClientRect().top + scrollY + 500, behavior: "instant" }));
        assert.equal(Math.round((await table.locator("thead th").first().boundingBox()).y), 0);
      }
      await page.context().close();
    });

    test("every link within the page leads somewhere", async () => {
      const { page } = await open(browser, path);
      const lost = await page.locator("a[href]").evaluateAll((links) =>
        links.map((link) => link.getAttribute("href")).filter((href) => !href.startsWith("#") || !document.getElementById(href.slice(1))),
      );
      assert.deepEqual(lost, []);
      await page.context().close();
    });

    test("the frontier is seen from any two parties", async () => {
      const { page, wrong } = await open(browser, path);
      for (const figure of await page.locator(".figure-frontier").all()) {
        const [across, up] = await figure.locator("select").all();
        const parties = await across.locator("option").allTextContents();
        const picture = figure.locator(".drawing svg").first();
        for (const party of parties.keys()) {
          if (String(party) === (await up.inputValue())) continue;
          await across.selectOption(String(party));
          assert.ok((await picture.getAttribute("aria-label")).includes(`${parties[party]} (across)`));
          assert.ok((await picture.textContent()).includes(`${parties[party]} →`));
        }
        if (parties.length > 2) assert.equal(await figure.locator(".drawing svg").count(), 2);
      }
      assert.deepEqual(wrong, []);
      await page.context().close();
    });

    test("the marks of pictures lead to evidence and to rows, with mouse and keyboard", async () => {
      const { page, wrong } = await open(browser, path, { reducedMotion: "reduce" });
      const drawer = page.locator("dialog");
      const follow = async (mark, act) => {
        const anchor = (await mark.evaluate((link) => link.getAttribute("href") ?? link.getAttribute("xlink:href"))).slice(1);
        assert.ok(await mark.evaluate((link) => (link.getAttribute("aria-label") ?? link.textContent).length > 0), "a mark has a name");
        await act();
        if (/^(source|judgement)-/.test(anchor)) {
          await drawer.waitFor({ state: "visible" });
          await page.keyboard.press("Escape");
          await drawer.waitFor({ state: "hidden" });
        } else {
          assert.equal(await page.evaluate(() => location.hash), `#${anchor}`);
          await page.waitForFunction((id) => document.getElementById(id).getBoundingClientRect().top < innerHeight, anchor);
        }
      };
      const marks = page.locator(".drawing a, .bars a, .strip a:not(figcaption a)");
      for (let i = 0; i < (await marks.count()); ++i) {
        const mark = marks.nth(i);
        await follow(mark, async () => {
          await mark.focus();
          await page.keyboard.press("Enter");
        });
      }
      const [first] = await marks.all();
      if (first) await follow(first, () => first.click());
      const { chapters } = await documentOf(page);
      const pictures = chapters.flatMap(({ blocks }) => blocks).filter(({ kind }) => ["strip", "frontier", "tornado"].includes(kind));
      assert.ok((await marks.count()) >= pictures.length);
      assert.deepEqual(wrong, []);
      await page.context().close();
    });

    for (const [width, colorScheme] of [[360, "light"], [768, "light"], [1280, "light"], [1280, "dark"], [2560, "light"]]) {
      test(`is accessible and fits at ${width} px, ${colorScheme}`, async () => {
        const { page, wrong } = await open(browser, path, { viewport: { width, height: 900 }, colorScheme });
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
        assert.deepEqual(await violations(page), []);
        await unfold(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
        const link = page.locator("main a.evidence").first();
        if ((await link.count()) > 0) {
          await link.click();
          // When the drawer has come to rest, since colours are measured as they are seen.
          await page.locator("dialog").evaluate((dialog) => Promise.all(dialog.getAnimations().map(({ finished }) => finished)));
          assert.deepEqual(await violations(page), []);
        }
        assert.deepEqual(wrong, []);
        await page.context().close();
      });
    }

    test("prints as PDF, its sources as end notes", async () => {
      const { page, wrong } = await open(browser, path);
      const { exhibits } = await documentOf(page);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("nav").isVisible(), false);
      assert.equal(await page.locator(".sources li").count(), exhibits.length);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      assert.ok(pdf.length > 10_000);
      for (const drawing of await page.locator(".drawing").all()) {
        if (await drawing.isVisible()) assert.ok((await drawing.locator("svg").count()) === 1, "pictures are printed");
      }
      assert.deepEqual(wrong, []);
      await page.context().close();
    });

    test("on a phone every party and every column is in sight", async () => {
      const { page } = await open(browser, path, { viewport: { width: 390, height: 844 } });
      const hidden = await page.locator("main :is(.cards, .positions, .strip) td").evaluateAll((cells) =>
        cells
          .filter((cell) => cell.textContent !== "" && (cell.getBoundingClientRect().right > innerWidth || cell.offsetWidth === 0))
          .map((cell) => cell.textContent.slice(0, 60)),
      );
      assert.deepEqual(hidden, []);
      const folded = page.locator("nav.contents details");
      if ((await folded.count()) > 0) assert.equal(await folded.evaluate((element) => element.open), false);
      await page.context().close();
    });

    test("the answer, and the odds as dots, stand on the first screen", async () => {
      for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
        const { page } = await open(browser, path, { viewport });
        const bottom = (selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().bottom);
        assert.ok((await bottom("h1")) < viewport.height / 2, "the answer");
        if ((await page.locator(".strip").count()) > 0) assert.ok((await bottom(".strip .dots")) < viewport.height, "the dots");
        await page.context().close();
      }
    });

    test("reads without scripts", async () => {
      const { page } = await open(browser, path, { javaScriptEnabled: false });
      assert.ok((await page.locator("main").innerText()).length > 0);
      await page.context().close();
    });
  });
}
