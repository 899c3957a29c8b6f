import { join } from "node:path";
import { BiometricReference, IdentityProof } from "@mingbai/registry/content/texts/identity-proof";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks, usual } from "@mingbai/testkit/browser/looks";
import { mockHouseholdId } from "@mingbai/testkit/browser/mock/mock-household";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const file = `/registry/${mockHouseholdId}`;
const purpose = { zh: "走访", en: "visit" };

async function opens(page: Page, language: "zh" | "en" = "zh"): Promise<void> {
  await page.getByRole("button", { name: purpose[language], exact: true }).click();
  await page.locator("main h1:not(.sr)", { hasText: "何树生" }).waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  await page.locator(".identity-part > summary").click();
}

/** The son, who has no key. */
const sonOf = (page: Page) => page.locator(".identity-part > ul > li", { hasText: "何远舟" });

async function present(page: Page, act: string, word: string): Promise<void> {
  const son = sonOf(page);
  await son.getByRole("button", { name: `${act}何远舟`, exact: true }).click();
  await son.getByLabel("见证人", { exact: true }).selectOption({ index: 1 });
  await son.getByLabel("代替人脸的一个词").fill(word);
}

async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  // The bar at the top would lie over half of whatever it meets.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
}

describe("who a person without a key is", () => {
  it.each(looks)(
    "is asked on a page that is clean for axe and has no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const name = (page: string) => `identity-${page}-${look.language}-${look.size}-${look.width}`;
      const { page, faults } = await openPage("grid", file, look);
      await opens(page, look.language);
      await lookAt(page, name("folded out"));
      await sonOf(page).getByRole("button").first().click();
      await lookAt(page, name("captured"));
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it("is captured with their consent and compared before a witness, and what came of it is signed with an agreement", async () => {
    const { page, session, contents } = await openPage("grid", file);
    await opens(page);
    await page.getByRole("note").getByText("替身").waitFor();
    await present(page, "采集", "plum");
    const son = sonOf(page);
    await son.getByRole("button", { name: "采集", exact: true }).click();
    await son.getByText("请先问本人").waitFor();
    await son.getByRole("checkbox").check();
    await son.getByRole("button", { name: "采集", exact: true }).click();
    await son.getByText("采集了人脸").waitFor();
    await present(page, "比对", "pear");
    await son.getByRole("button", { name: "比对", exact: true }).click();
    await son.getByText("不是何远舟本人").waitFor();
    await present(page, "比对", "plum");
    await son.getByRole("button", { name: "比对", exact: true }).click();
    await son.getByText("是何远舟本人", { exact: true }).waitFor();
    const texts = [...contents.parts.values()].map(({ part }) => part);
    const reference = BiometricReference.parse(texts[0]);
    const proof = IdentityProof.parse(texts.at(-1));
    expect([reference.person, proof.match]).toEqual([proof.person, "same"]);
    await page.getByRole("button", { name: /^同意/ }).first().click();
    await page.getByLabel("随签名写入的比对").waitFor();
    await page.getByText(/见证人：(上官晚晴|贺长风)/).waitFor();
    await page.getByRole("button", { name: "去签名" }).click();
    await page.locator("dialog.signing button.p").click();
    await signed(page);
    const granted = session.commands.at(-1);
    expect(granted).toMatchObject({ name: "registry.grantAccess", input: { witness: proof.witness } });
    expect(granted?.input).toHaveProperty("proof");
  });

  it("is known on this device until that is removed, also after the page was opened anew", async () => {
    const { page, go } = await openPage("grid", file);
    await opens(page);
    await present(page, "采集", "plum");
    const son = sonOf(page);
    await son.getByRole("checkbox").check();
    await son.getByRole("button", { name: "采集", exact: true }).click();
    await son.getByText("采集了人脸").waitFor();
    await go(file);
    await page.locator(".identity-part > summary").click();
    await son.getByText("采集了人脸").waitFor();
    await son.getByRole("button", { name: "从设备上删掉何远舟的采集" }).click();
    await son.getByText("没有采集过").waitFor();
    expect(await son.getByRole("button", { name: /^比对/ }).count()).toBe(0);
  });

  it("is left to papers and a witness where the device compares nothing, which the page says", async () => {
    const chain = { chain: "ab".repeat(32), name: "county", demo: false, reconstruction: false };
    const more = { ...chain, currency: { code: "CNY", decimals: 2 }, height: 1, timeMs: 1 };
    const { page } = await openPage("grid", file, usual, { "ledger.chain": () => more });
    await opens(page);
    await page.getByText("这台设备没有比对人脸或指纹的程序").waitFor();
    expect(await page.locator(".identity-part button").count()).toBe(0);
  });

  it("is compared by the device's own matcher where there is one, which says what it could not capture", async () => {
    const { page, go } = await openPage("grid", "/registry");
    await page.addInitScript(() => {
      const id = { name: "county-faces", version: "2.1" };
      Reflect.set(globalThis, "mingbaiMatcher", {
        id,
        traits: ["face", "finger"],
        capture: () => "UNCLEAR",
        compare: () => "same",
      });
    });
    await go(file);
    await opens(page);
    await page.getByText("由 county-faces 2.1 比对").waitFor();
    const son = sonOf(page);
    await son.getByRole("button", { name: "采集何远舟" }).click();
    await son.getByLabel("采集什么").selectOption("finger");
    await son.getByLabel("见证人", { exact: true }).selectOption({ index: 1 });
    await son.getByRole("checkbox").check();
    await son.getByRole("button", { name: "采集", exact: true }).click();
    await son.getByText("看不清").waitFor();
  });
});
