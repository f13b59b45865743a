// What all trials in a real browser share. Java starts the application, tells the stories and runs the *.test.js.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

export const { ORIGIN } = process.env;
const { CHROMIUM, SHOTS, OPERATORS, PASS } = process.env;
const OURS = [ORIGIN, OPERATORS].filter(Boolean);
const AXE = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const DESKTOP = { width: 1280, height: 800 };
const LOOKS = {
  "es-phone320-light": { viewport: { width: 320, height: 640 }, locale: "es-MX", colorScheme: "light" },
  "en-phone390-dark": { viewport: { width: 390, height: 844 }, locale: "en-GB", colorScheme: "dark" },
  "es-desktop-dark": { viewport: DESKTOP, locale: "es-MX", colorScheme: "dark" },
  "en-desktop-light": { viewport: DESKTOP, locale: "en-GB", colorScheme: "light" },
  "es-zoomed-light": { viewport: { width: 640, height: 400 }, locale: "es-MX", colorScheme: "light" }, // a desktop at 200 %
};

/** Operators' pages are at a port of their own. */
const addressOf = (path) => (path.startsWith("/ops") ? OPERATORS : ORIGIN) + path;

/** A browser that an operator was let in with. */
export const OPERATOR = {
  storageState: {
    cookies: [
      {
        name: "phoenix_operator",
        value: PASS ?? "",
        domain: "127.0.0.1",
        path: "/",
        expires: -1,
        httpOnly: true,
        secure: false,
        sameSite: "Strict",
      },
    ],
    origins: [],
  },
};

async function forget(context) {
  await context.clearCookies();
  if (PASS) await context.addCookies(OPERATOR.storageState.cookies);
}

export let browser;
let rulesPassed = 0;
let pagesTried = 0;

before(async () => {
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});

after(async () => {
  await browser?.close();
  console.log(`axe-core: ${pagesTried} pages, ${rulesPassed} rules passed`);
});

/** Opens a page, hands it to the trial, and says afterwards whether all that it loaded was ours and whole. */
export async function visit(path, options, trial) {
  await inWindow(options, async (page, context, assertNoComplaints) => {
    await page.goto(addressOf(path));
    await trial(page, context);
    assertNoComplaints();
  });
}

async function inWindow(options, trial) {
  const context = await browser.newContext({ viewport: DESKTOP, locale: "es-MX", ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (line) => {
    const isExpected = /Failed to load resource|Response Status Error Code/.test(line.text());
    if (line.type() === "error" && !isExpected) complaints.push(line.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!OURS.some((origin) => request.url().startsWith(origin))) complaints.push(`asked for ${request.url()}`);
  });
  try {
    await trial(page, context, () => assert.deepEqual(complaints.splice(0), []));
  } finally {
    await context.close();
  }
}

export async function axe(page) {
  await page.evaluate(AXE);
  // Of the rules that hold, their number is enough: describing every element that obeys one takes most of the time.
  const result = await page.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), RULES);
  pagesTried += 1;
  rulesPassed += result.passes.length;
  const found = result.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(found, []);
}

async function fitsItsWidth(page) {
  const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(needed <= given, `needs ${needed} pixels of ${given}`);
}

/** Each state is an address, or how to come to it. */
export function everyStateIsAccessibleAndFits(states) {
  Object.entries(LOOKS).forEach(([name, look], index) =>
    test(`every state is accessible and fits: ${name}`, (t) =>
      // One window for all states: with one for each, most of the time would go into processes and into reading axe.
      inWindow(look, async (page, context, assertNoComplaints) => {
        for (const [state, way] of Object.entries(states)) {
          const [path, go] = typeof way === "string" ? [way, async () => {}] : way(index);
          await t.test(state, async () => {
            await forget(context);
            await page.goto(addressOf(path));
            await go(page);
            assert.equal(await page.locator("html").getAttribute("lang"), look.locale.slice(0, 2));
            await fitsItsWidth(page);
            await axe(page);
            if (SHOTS) await page.screenshot({ path: `${SHOTS}/${state}-${name}.png`, fullPage: true });
            assertNoComplaints();
          });
        }
      }),
    ),
  );
}
