// The tracking page in a real browser, in all its states. BrowserTest runs this.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, everyStateIsAccessibleAndFits, OPERATOR, ORIGIN, visit } from "./browser.js";

const STORIES = JSON.parse(process.env.STORIES);
const CORRECTION = `/ops/shipments/${STORIES.late}/correction?fact=${process.env.FACT}`;
const POSTCODE = "97000";
const MAX_TRIES = 5;

/** Until the page that answers is there. */
async function tries(page, factor, shows) {
  await page.locator("#factor").fill(factor);
  await page.locator("#door button").click();
  await page.locator(shows).first().waitFor();
}

async function triesTooOften(page, number) {
  for (let i = 0; i < MAX_TRIES; i++) {
    await page.request.post(`${ORIGIN}/t/${number}`, { form: { factor: "00000" } });
  }
}

/** As a browser would that does not check forms itself. */
async function sendsNothing(page) {
  await page.evaluate(() => (document.querySelector(".desk").noValidate = true));
  await page.locator(".desk > button").first().click();
  await page.locator("#form-errors").waitFor();
}

everyStateIsAccessibleAndFits({
  ...Object.fromEntries(Object.entries(STORIES).map(([story, number]) => [story, `/t/${number}`])),
  home: "/",
  several: `/?q=${STORIES.delivered},${STORIES.late},${STORIES.out_for_delivery},PQ473124821MX,PQ473124829MX`,
  unknown: "/t/PQ473124829MX",
  wrong_digit: "/t/PQ473124821MX",
  malformed: "/?q=hola",
  nowhere: "/nowhere",
  ops: "/ops",
  ops_parcels: "/ops/shipments",
  ops_parcel: `/ops/shipments/${STORIES.late}`,
  ops_correction: CORRECTION,
  ops_correction_again: () => [CORRECTION, sendsNothing],
  ops_note_again: () => [`/ops/shipments/${STORIES.late}`, sendsNothing],
  ops_laws: "/ops/laws",
  ops_unreadable: "/ops/shipments/PQ473124821MX",
  ops_facts: "/ops/facts",
  ops_duplicates: "/ops/duplicates",
  ops_quarantine: "/ops/quarantine?reason=content_conflict",
  ops_gaps: "/ops/gaps",
  recipient: () => [`/t/${STORIES.delivered}`, (page) => tries(page, POSTCODE, ".opened")],
  // Of another parcel for each look, because wrong tries are counted.
  not_recognised: (look) => [`/t/${Object.values(STORIES)[look]}`, (page) => tries(page, "00000", ".back")],
  too_many_tries: () => [
    `/t/${STORIES.lost}`,
    async (page) => {
      await triesTooOften(page, STORIES.lost);
      await tries(page, "00000", ".back");
    },
  ],
});

test("a problem's page, for developers, is accessible too", () => visit("/problems/wrong_check_digit", {}, axe));

test("the keyboard goes through the page from top to bottom", () =>
  visit(`/t/${STORIES.on_its_way}`, {}, async (page) => {
    const order = [];
    for (let i = 0; i < 9; i++) {
      await page.keyboard.press("Tab");
      order.push(await page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.type));
    }
    assert.deepEqual(order, ["skip", "brand", "language", "factor", "second", "share", "print", "q", "submit"]);
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
      "Is this parcel for you?",
    ]);
    const said = await page.locator("main").ariaSnapshot();
    assert.ok(said.indexOf("Expected delivery") < said.indexOf("What changed"), said);
  }));

test("without JavaScript everything is said and the search works", () =>
  visit("/", { javaScriptEnabled: false }, async (page) => {
    await page.locator("#q").fill(STORIES.delivered.toLowerCase());
    await page.locator("form[role=search] button").click();
    assert.equal(await page.locator("h1").textContent(), "Tu paquete fue entregado.");
    assert.equal(await page.locator("#share").isVisible(), false);
    assert.equal(await page.locator(".day li").count(), 3);
  }));

test("without JavaScript the postcode shows the rest", () =>
  visit(`/t/${STORIES.delivered}`, { javaScriptEnabled: false }, async (page) => {
    await tries(page, POSTCODE, ".opened");
    assert.equal(await page.locator("dd").nth(1).textContent(), "A un vecino");
    assert.equal(await page.locator(".where").first().textContent(), "Calle 60 #501 · 97000 · Mérida");
  }));

test("an operator takes a fact back, without JavaScript, and nothing typed is lost while the gateway is away", () =>
  visit(`/ops/shipments/${STORIES.late}`, { ...OPERATOR, javaScriptEnabled: false }, async (page) => {
    await page.getByRole("link", { name: /^Corregir ARRIVED, 2/ }).first().click();
    await page.getByLabel("No ocurrió.").check();
    await page.getByLabel("¿Por qué lo anulas?").fill("Era otra puerta.");
    await page.getByLabel("Tu nombre").fill("Ana");
    await page.getByRole("button", { name: "Anular este hecho" }).click();
    assert.match(await page.getByRole("alert").textContent(), /La recepción de escaneos todavía no acepta la corrección/);
    assert.equal(await page.locator("#text").inputValue(), "Era otra puerta.");
    assert.equal(await page.locator("#name").inputValue(), "Ana");
    assert.equal(await page.getByLabel("No ocurrió.").isChecked(), true);
  }));

test("an operator's note is on the page at once, and the name is remembered", () =>
  visit(`/ops/shipments/${STORIES.late}`, OPERATOR, async (page) => {
    await page.getByLabel("Nota nueva").fill("Le llamé.");
    await page.getByLabel("Tu nombre", { exact: true }).fill("Ana");
    await page.keyboard.press("Enter");
    await page.locator(".notes li", { hasText: "Le llamé." }).first().waitFor();
    assert.equal(await page.locator("#name").inputValue(), "Ana");
    assert.equal(new URL(page.url()).hash, "#notes");
  }));

test("the merchant's link opens by itself and leaves no trace in the address", async () => {
  let posted;
  await visit(`/t/${STORIES.on_its_way}`, {}, async (page) => {
    page.on("request", (request) => (posted = request.method() === "POST" ? request : posted));
    await page.goto("about:blank");
    await page.goto(`${ORIGIN}/t/${STORIES.on_its_way}#link=${"x".repeat(43)}`);
    await page.locator("h1", { hasText: "No lo reconocemos" }).waitFor({ timeout: 10_000 });
    assert.equal(posted.postData(), `factor=${"x".repeat(43)}`);
    assert.equal(page.url(), `${ORIGIN}/t/${STORIES.on_its_way}`);
  });
});

test("who is not recognised any more sees what everybody sees", () =>
  visit(`/t/${STORIES.returned}`, {}, async (page) => {
    await tries(page, POSTCODE, ".opened");
    await triesTooOften(page, STORIES.returned);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await page.locator("#door").waitFor();
    assert.equal(await page.locator(".opened").count(), 0);
    assert.equal(await page.locator("#offline").isVisible(), false);
  }));

test("several pasted numbers lead to their pages", () =>
  visit("/", {}, async (page) => {
    await page.locator("#q").fill(`${STORIES.late}\nhttps://phoenix.example/t/${STORIES.delivered}?lang=es`);
    await page.locator("form[role=search] button").click();
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
