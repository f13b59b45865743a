// News in a real browser. LivePageTest runs this, and lets the parcel change all the while.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./browser.js";

const SOON = { timeout: 30_000 };

test("news comes without a reload, is said, and who proved to be the recipient goes on seeing the rest", () =>
  visit(`/t/${process.env.NUMBER}`, { locale: "en-GB" }, async (page) => {
    await staysAndHears(page);
    await page.locator("#factor").fill("97000");
    await page.locator("#door button").click();
    await page.locator(".opened").waitFor(SOON);
    await staysAndHears(page);
    assert.equal(await page.locator(".opened").isVisible(), true);
  }));

async function staysAndHears(page) {
  const first = await page.evaluate(() => {
    window.sameVisit = true;
    return document.getElementById("parcel").dataset.version;
  });
  await page.waitForFunction((old) => document.getElementById("parcel").dataset.version !== old, first, SOON);
  await page.locator("#news", { hasText: "Update: " }).waitFor({ state: "attached", ...SOON });
  assert.equal(await page.evaluate(() => window.sameVisit), true);
}
