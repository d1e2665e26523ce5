// FullCalendar in Chromium over the feed of another origin: node fullcalendar.mjs FEED FOLDER; prints what it shows.
import { createRequire } from "node:module";
import http from "node:http";
const modules = process.env.EMCAL_NODE_MODULES;
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const [feed, folder] = process.argv.slice(2);
const bundle = require("esbuild").buildSync({
  stdin: {
    contents: `
      import { Calendar } from "@fullcalendar/core";
      import list from "@fullcalendar/list";
      import ics from "@fullcalendar/icalendar";
      window.calendar = new Calendar(document.body, {
        plugins: [list, ics], initialView: "year", initialDate: "2027-01-01", timeZone: "UTC",
        views: { year: { type: "list", duration: { years: 1 } } }, events: { url: ${JSON.stringify(feed)}, format: "ics" },
      });
      window.calendar.render();`,
    resolveDir: modules + "/..",
  },
  nodePaths: [modules], bundle: true, write: false, format: "iife",
});
const server = http.createServer((_, answer) => {
  answer.setHeader("content-type", "text/html; charset=utf-8");
  answer.end(`<!doctype html><body><script>${bundle.outputFiles[0].text.replaceAll("</script", "<\\/script")}</script>`);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const browser = await chromium.launch({ executablePath: process.env.EMCAL_CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForFunction(() => calendar.getEvents().length > 0);
const day = (date) => date.toISOString().slice(0, 10);
const shown = await page.evaluate(() => calendar.getEvents().map((e) => [e.title, +e.start, +(e.end ?? +e.start + 864e5)]));
await page.screenshot({ path: `${folder}/fullcalendar.png` });
await browser.close();
server.close();
console.log(JSON.stringify(shown.map(([title, start, end]) => [title, day(new Date(start)), day(new Date(end - 864e5))])));
