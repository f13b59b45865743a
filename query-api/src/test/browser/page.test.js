// The tracking page in a real browser. BrowserTest starts the application, tells the stories and runs this.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const { ORIGIN, CHROMIUM, SHOTS } = process.env;
const STORIES = JSON.parse(process.env.STORIES);
const AXE = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PHONE = { width: 320, height: 640 };
const DESKTOP = { width: 1280, height: 800 };
const ZOOMED = { width: 640, height: 400 }; // a desktop at 200 %
const PAGES = {
  ...Object.fromEntries(Object.entries(STORIES).map(([story, number]) => [story, `/t/${number}`])),
  home: "/",
  several: `/?q=${STORIES.delivered},${STORIES.late},PQ473124821MX,PQ473124829MX`,
  unknown: "/t/PQ473124829MX",
  wrong_digit: "/t/PQ473124821MX",
  malformed: "/?q=hola",
};

let browser;
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
async function visit(path, options, trial) {
  const context = await browser.newContext({ viewport: DESKTOP, locale: "es-MX", ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (line) => {
    const isExpected = line.text().includes("Failed to load resource");
    if (line.type() === "error" && !isExpected) complaints.push(line.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(ORIGIN)) complaints.push(`asked for ${request.url()}`);
  });
  try {
    await page.goto(ORIGIN + path);
    await trial(page, context);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

async function axe(page) {
  await page.evaluate(AXE);
  const result = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), RULES);
  pagesTried += 1;
  rulesPassed += result.passes.length;
  const found = result.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(found, []);
}

async function fitsItsWidth(page) {
  const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(needed <= given, `needs ${needed} pixels of ${given}`);
}

const LOOKS = [
  { name: "phone es light", viewport: PHONE, locale: "es-MX", colorScheme: "light" },
  { name: "phone en dark", viewport: PHONE, locale: "en-GB", colorScheme: "dark" },
  { name: "desktop es dark", viewport: DESKTOP, locale: "es-MX", colorScheme: "dark" },
  { name: "desktop en light", viewport: DESKTOP, locale: "en-GB", colorScheme: "light" },
  { name: "zoomed es light", viewport: ZOOMED, locale: "es-MX", colorScheme: "light" },
];

for (const { name, ...look } of LOOKS) {
  test(`every page is accessible and fits: ${name}`, async (t) => {
    for (const [story, path] of Object.entries(PAGES)) {
      await t.test(story, () =>
        visit(path, look, async (page) => {
          assert.equal(await page.locator("html").getAttribute("lang"), look.locale.slice(0, 2));
          await fitsItsWidth(page);
          await axe(page);
          if (SHOTS) {
            await page.screenshot({ path: `${SHOTS}/${story}-${name.replaceAll(" ", "-")}.png`, fullPage: true });
          }
        }),
      );
    }
  });
}

test("the keyboard goes through the page from top to bottom", () =>
  visit(`/t/${STORIES.on_its_way}`, {}, async (page) => {
    const order = [];
    for (let i = 0; i < 7; i++) {
      await page.keyboard.press("Tab");
      order.push(await page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.type));
    }
    assert.deepEqual(order, ["skip", "brand", "language", "share", "print", "q", "submit"]);
  }));

test("the first stop of the keyboard skips to the content", () =>
  visit(`/t/${STORIES.on_its_way}`, {}, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  }));

test("a screen reader hears status, window and headings in their order", () =>
  visit(`/t/${STORIES.on_its_way}`, { locale: "en-GB" }, async (page) => {
    const headings = await page.locator("h1, h2").allTextContents();
    assert.deepEqual(headings, [
      "Your parcel is on its way.",
      "What changed",
      "What happens next",
      "What you can do",
      "History",
      "Route",
    ]);
    const said = await page.locator("main").ariaSnapshot();
    assert.ok(said.indexOf("Expected delivery") < said.indexOf("What changed"), said);
  }));

test("without JavaScript everything is said and the search works", () =>
  visit("/", { javaScriptEnabled: false }, async (page) => {
    await page.locator("#q").fill(STORIES.delivered.toLowerCase());
    await page.locator("form button").click();
    assert.equal(await page.locator("h1").textContent(), "Tu paquete fue entregado.");
    assert.equal(await page.locator("#share").isVisible(), false);
    assert.equal(await page.locator(".day li").count(), 3);
  }));

test("several pasted numbers lead to their pages", () =>
  visit("/", {}, async (page) => {
    await page.locator("#q").fill(`${STORIES.late}\nhttps://phoenix.example/t/${STORIES.delivered}?lang=es`);
    await page.locator("form button").click();
    assert.equal(await page.locator(".rows li").count(), 2);
    await page.locator(".rows a").last().click();
    assert.equal(await page.locator("h1").textContent(), "Tu paquete fue entregado.");
  }));

test("the language stays switched", () =>
  visit(`/t/${STORIES.delivered}`, {}, async (page) => {
    await page.getByRole("link", { name: "English" }).click();
    assert.equal(await page.locator("h1").textContent(), "Your parcel has been delivered.");
    await page.goto(`${ORIGIN}/t/${STORIES.late}`);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.getByRole("link", { name: "Español" }).click();
    assert.equal(await page.locator("html").getAttribute("lang"), "es");
  }));

test("news comes without a reload", async () => {
  const context = await browser.newContext({ locale: "es-MX" });
  const page = await context.newPage();
  let event;
  const arrived = new Promise((resolve) => (event = resolve));
  await page.route("**/live", async (route) => {
    await arrived;
    await route.fulfill({ contentType: "text/event-stream", body: "event: tracking\nid: 1-99\ndata: {}\n\n" });
  });
  await page.goto(`${ORIGIN}/t/${STORIES.delivered}`);
  await page.evaluate(() => {
    document.getElementById("headline").textContent = "old";
    document.getElementById("parcel").dataset.version = "1-0";
    window.sameVisit = true;
  });
  event();
  await page.locator("h1", { hasText: "Tu paquete fue entregado." }).waitFor({ timeout: 10_000 });
  assert.equal(await page.evaluate(() => window.sameVisit), true);
  assert.equal(await page.locator("#news").textContent(), "Hay novedades: Tu paquete fue entregado.");
  await context.close();
});

test("without a connection the page says so kindly, and comes back by itself", () =>
  visit(`/t/${STORIES.on_its_way}`, {}, async (page, context) => {
    const said = page.locator("#offline");
    assert.equal(await said.isVisible(), false);
    await context.setOffline(true);
    await said.waitFor({ state: "visible", timeout: 10_000 });
    await axe(page);
    assert.equal(await page.locator("h1").textContent(), "Tu paquete va en camino.");
    await context.setOffline(false);
    await said.waitFor({ state: "hidden", timeout: 10_000 });
  }));

test("the link is copied where nothing can be shared", () =>
  visit(`/t/${STORIES.on_its_way}?lang=es`, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.evaluate(() => Object.defineProperty(navigator, "share", { value: undefined }));
    await page.locator("#share").click();
    await page.locator("#shared", { hasText: "Enlace copiado." }).waitFor({ timeout: 10_000 });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${ORIGIN}/t/${STORIES.on_its_way}`);
  }));

test("on paper there is the parcel and nothing to click", () =>
  visit(`/t/${STORIES.on_its_way}`, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".search").isVisible(), false);
    assert.equal(await page.locator("#print").isVisible(), false);
    assert.equal(await page.locator("h1").isVisible(), true);
  }));
