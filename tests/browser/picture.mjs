// A picture of a brief for the README: node picture.mjs BRIEF.html PICTURE.png
import { launch, open } from "./pages.mjs";

const [, , brief, picture] = process.argv;
const browser = await launch();
const { page } = await open(browser, brief, { viewport: { width: 1280, height: 1100 }, deviceScaleFactor: 1 });
await page.screenshot({ path: picture });
await browser.close();
