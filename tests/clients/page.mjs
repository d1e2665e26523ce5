// The subscribe page in Chromium: build a filter, take the address, fetch it, see the same events; then axe-core.
// Run by test_browser.py: node page.mjs URL FOLDER; prints JSON.
import { createRequire } from "node:module";
import fs from "node:fs";
const require = createRequire(process.env.EMCAL_NODE_MODULES + "/");
const { chromium } = require("playwright-core");
const [page_address, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.EMCAL_CHROMIUM, args: ["--no-sandbox"] });
const told = { errors: [], serious: [] };

for (const [name, width, height] of [["desktop", 1280, 900], ["phone", 390, 844]]) {
  const context = await browser.newContext({ viewport: { width, height }, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.on("console", (message) => { if (message.type() === "error") told.errors.push(message.text()); });
  page.on("pageerror", (error) => told.errors.push(String(error)));
  await page.goto(page_address);
  await page.screenshot({ path: `${folder}/${name}-all.png`, fullPage: true });
  await page.locator("[name=kind][value=exercise]").focus();
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.getElementById("address").value.includes("kind=exercise"));
  await page.locator("#copy").click();
  told.copied = await page.evaluate(() => navigator.clipboard.readText());
  told.address = await page.locator("#address").inputValue();
  told.rows = await page.locator("#result tbody a").allTextContents();
  told.url = page.url();
  told.overflow = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  await page.screenshot({ path: `${folder}/${name}-filtered.png`, fullPage: true });
  for (const address of [page_address, page_address + "?lang=ru", page_address + "events/day@emcal"]) {
    await page.goto(address);
    // Chromium's protocol adds the script from outside, so that the page's own policy stays as it is.
    await page.evaluate(fs.readFileSync(require.resolve("axe-core"), "utf8"));
    const found = await page.evaluate(() => axe.run());
    told.serious.push(...found.violations.filter((one) => ["serious", "critical"].includes(one.impact))
      .map((one) => `${address} ${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`));
  }
  await page.goto(page_address + "events/day@emcal");
  await page.screenshot({ path: `${folder}/${name}-event.png`, fullPage: true });
  await context.close();
}

const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
await plain.goto(page_address);
await plain.locator("[name=kind][value=exercise]").check();
await plain.getByRole("button").first().click();
told.withoutScript = await plain.locator("#result tbody a").allTextContents();
await browser.close();
console.log(JSON.stringify(told));
