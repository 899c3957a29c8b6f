import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import type { Look } from "@mingbai/testkit/browser/looks";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { other } from "./testing/test-files.ts";
import { openPhone, phoneLook, untilKept, usePhones } from "./testing/test-phone.ts";

usePhones();
const shots = mkdtempSync(join(tmpdir(), "mingbai-field-"));
const looks: readonly [string, Look][] = [
  ["in Chinese", phoneLook],
  ["in English at 360 px", { ...phoneLook, language: "en", width: 360 }],
  ["in large type at 360 px", { ...phoneLook, size: "large", width: 360 }],
];

describe.each(looks)("the phone's pages %s", (name, look) => {
  const check = async (page: Page, screen: string) => {
    const picture = join(shots, `${name} ${screen}.png`);
    if (process.env.MINGBAI_SHOTS) await page.screenshot({ path: picture });
    expect({ screen, faults: await lookFaults(page, { picture, isWhole: true }) }).toEqual({ screen, faults: [] });
  };

  it("are accessible, fit their screen, and break no policy", async () => {
    const { page, faults, open, loseSignal, findSignal } = await openPhone({ look });
    await open();
    await page.locator(".row-link").first().waitFor();
    await check(page, "list");
    await page.locator(".fetch .btn").click();
    await page.locator(".fetch .ok").waitFor();
    await page.locator(".row-link .ok").nth(1).waitFor();
    await page.locator(".row-link").first().click();
    await page.locator("#members").waitFor();
    await check(page, "household");
    await page.locator(".block .btn.p").click();
    await page.locator(".progress").waitFor();
    for (let part = 1; part <= 8; part++) {
      await check(page, `part ${part}`);
      if (part < 8) await page.locator(".steps .btn.p").click();
      await page.waitForFunction((at) => document.querySelectorAll(".segments .done").length === at, Math.min(part, 7));
    }
    await page.locator("#words").fill("OK");
    await page.locator(".steps .btn:not(.p)").click();
    await page.locator(".row-link").first().click();
    await page.locator("#departure").waitFor();
    await check(page, "person");
    await untilKept(page);
    await loseSignal();
    await page.locator(".strip.dark").waitFor();
    await open("#/records");
    await page.locator(".record").waitFor();
    await check(page, "records");
    await open("#/me");
    await check(page, "me");
    await findSignal();
    await open("#/sign-in");
    await check(page, "sign-in");
    // A phone without a signal says so where it asked; everything else would be a fault of the pages.
    expect(faults.filter((fault) => !fault.includes("net::ERR_"))).toEqual([]);
  });

  it("show what a person has to look at", async () => {
    const { page, open, ledger } = await openPhone({ look });
    const words = { code: "NOT_KEEPER", detailEn: "Another office keeps this file.", detailZh: "这份档案由别的单位管" };
    ledger.refuse = (command) => (command === "registry.recordChanges" ? words : undefined);
    await open();
    await page.locator(".row-link").first().waitFor();
    await page.locator(".fetch .btn").click();
    await page.locator(".row-link .ok").nth(1).waitFor();
    await page.locator(".row-link").first().click();
    await page.locator(".block .btn.p").click();
    await page.locator(".progress").waitFor();
    for (let part = 1; part < 8; part++) {
      await page.locator(".steps .btn.p").click();
      await page.waitForFunction((at) => document.querySelectorAll(".segments .done").length === at, part);
    }
    await page.locator(".steps .btn.p").click();
    await page.locator(".record .bad").waitFor();
    await check(page, "records to look at");
    await page.locator(".record").click();
    await page.locator(".note.bad").waitFor();
    await check(page, "refused");
  });

  it("lay two answers side by side", async () => {
    const { page, open, ledger } = await openPhone({ look });
    await open();
    await page.locator(".row-link").first().waitFor();
    await page.locator(".fetch .btn").click();
    await page.locator(".row-link .ok").nth(1).waitFor();
    ledger.saysOf(ledger.households[0]?.household ?? "", { team: { from: "1 组", to: "3 组" } }, other);
    await page.locator(".row-link").first().click();
    await page.locator(".block .btn.p").click();
    await page.locator("#field-village").waitFor();
    await page.locator("#field-team").fill("4");
    for (let part = 1; part < 8; part++) {
      await page.locator(".steps .btn.p").click();
      await page.waitForFunction((at) => document.querySelectorAll(".segments .done").length === at, part);
    }
    await page.locator(".steps .btn.p").click();
    await page.locator(".record .bad").click();
    await page.locator(".side").first().waitFor();
    await check(page, "two answers");
  });
});
