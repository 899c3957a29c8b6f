import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { other } from "./testing/test-files.ts";
import type { TestLedger } from "./testing/test-ledger.ts";
import { beginVisit, openPhone, pressOn, takeAlong, untilKept, usePhones } from "./testing/test-phone.ts";

usePhones();

const row = (page: Page, head: string) => page.locator(".record", { hasText: head });
const acts = (ledger: TestLedger, command: string) => ledger.acts.filter((act) => act.command === command);
/** What the parts on the ledger set, in the order in which they came. */
const saidOf = (ledger: TestLedger) =>
  [...ledger.parts.values()].map(({ sets, words, reason }) => ({ sets, words, reason }));

/** A phone that has its households with it and no signal any more. */
async function inTheValley() {
  const phone = await openPhone();
  await phone.open();
  await phone.page.locator(".row-link").first().waitFor();
  await takeAlong(phone.page);
  await untilKept(phone.page);
  await phone.loseSignal();
  return phone;
}

/** Says that the first household drinks from a spring now. */
async function fillIn(page: Page): Promise<void> {
  await beginVisit(page, "何树生");
  await pressOn(page, "土地和家产");
  await page.getByLabel("山泉水").check();
  await pressOn(page, "交上去");
  await page.getByLabel("户里怎么说？").fill("井干了，从山上引的水");
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "交上去" }).click();
  await page.locator(".three").waitFor();
}

describe("a visit without a signal", () => {
  it("is kept over a restart at every answer, and enters the ledger once when the signal is back", async () => {
    const { page, ledger, open, findSignal } = await inTheValley();
    await open();
    await page.locator(".strip.dark").waitFor();
    await fillIn(page);
    await page.getByText(/已存手机 \d\d:\d\d/).waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel("户里怎么说？").inputValue()).toBe("井干了，从山上引的水");
    await handIn(page);
    await page.reload();
    expect(await row(page, "何树生").textContent()).toContain("已存手机");
    expect(acts(ledger, "registry.recordChanges")).toEqual([]);
    await findSignal();
    await row(page, "何树生").getByText("已入账本").waitFor();
    expect(acts(ledger, "registry.recordChanges").length).toBe(1);
    expect(saidOf(ledger)).toEqual([
      { sets: { water: { from: "well", to: "spring" } }, words: "井干了，从山上引的水", reason: "visit" },
    ]);
  });

  it("that the connection broke after is sent again as it was signed, and counts once", async () => {
    const { page, ledger, open, findSignal } = await inTheValley();
    await open();
    await fillIn(page);
    await handIn(page);
    ledger.cut = (path) => path.startsWith("/api/commands/registry.recordChanges");
    await findSignal();
    await row(page, "何树生").getByText("已上传").waitFor();
    await expect.poll(() => acts(ledger, "registry.recordChanges").length).toBe(1);
    ledger.cut = () => false;
    await page.reload();
    await row(page, "何树生").getByText("已入账本").waitFor();
    expect(acts(ledger, "registry.recordChanges").length).toBe(1);
    expect(ledger.calls.filter((path) => path === "/api/subjects/parts").length).toBe(1);
  });

  it("whose page dies before the parts are answered for sends the same parts again", async () => {
    const { page, ledger, open, findSignal } = await inTheValley();
    await open();
    await fillIn(page);
    await handIn(page);
    ledger.cut = (path) => path === "/api/subjects/parts";
    await findSignal();
    await expect.poll(() => ledger.parts.size).toBe(1);
    ledger.cut = () => false;
    await page.reload();
    await row(page, "何树生").getByText("已入账本").waitFor();
    expect(ledger.parts.size).toBe(1);
  });

  it("takes photos along, small and sealed, and sends them when it can", async () => {
    const { page, ledger, open, findSignal } = await inTheValley();
    await open();
    await beginVisit(page, "何树生");
    const picture = await page.screenshot();
    await page.locator(".take input").setInputFiles({ name: "门口.png", mimeType: "image/png", buffer: picture });
    await page.locator(".photo img").waitFor();
    await pressOn(page, "交上去");
    await handIn(page);
    expect(await row(page, "何树生").textContent()).toContain("照片 1 张");
    await findSignal();
    await row(page, "何树生").getByText("已入账本").waitFor();
    const [file] = ledger.files.keys();
    expect(saidOf(ledger).map(({ sets }) => sets)).toEqual([{ photos: { to: [file] } }]);
    expect(
      ledger.files
        .get(file ?? "")
        ?.subarray(0, 2)
        .toString("hex"),
    ).toBe("ffd8");
  });
});

describe("a record that a person has to look at", () => {
  it("stays with the reason and what to do where the ledger refuses it, and goes on when that is mended", async () => {
    const { page, ledger, open, findSignal } = await inTheValley();
    await open();
    await fillIn(page);
    await handIn(page);
    const words = { detailEn: "The key was not in force.", detailZh: "这把密钥当时没有生效：已注销或还没到生效高度" };
    ledger.refuse = (command) =>
      command === "registry.recordChanges" ? { code: "KEY_NOT_IN_FORCE", ...words } : undefined;
    await findSignal();
    await row(page, "何树生").getByText("没有入账本，去看").click();
    await page.getByText("这部手机的密钥已经停用").waitFor();
    await page.getByText("这条记录还在手机里，不会丢。").waitFor();
    await page.reload();
    await page.getByText(words.detailZh).first().waitFor();
    ledger.refuse = () => undefined;
    await page.getByRole("button", { name: "再交一次" }).click();
    await page.goBack();
    await row(page, "何树生").getByText("已入账本").waitFor();
    expect(saidOf(ledger).length).toBe(1);
  });

  it("shows both sides where somebody else said something else, and enters what the person decides", async () => {
    const { page, ledger, open, findSignal } = await inTheValley();
    await open();
    await fillIn(page);
    await handIn(page);
    const [{ household } = { household: "" }] = ledger.households;
    ledger.saysOf(household, { water: { from: "well", to: "piped" } }, other);
    await findSignal();
    await row(page, "何树生").getByText("两边不一样，去看").click();
    await page.locator(".side", { hasText: "自来水到户" }).getByText("陶然").waitFor();
    await page.locator(".side", { hasText: "山泉水" }).click();
    await page.getByRole("button", { name: "就按选的记" }).click();
    await page.locator("#differs").waitFor({ state: "detached" });
    await page.goBack();
    await row(page, "何树生").getByText("已入账本").waitFor();
    const file = ledger.households[0]?.files.get(household);
    expect(file?.fields.water?.value).toBe("spring");
    expect(file?.open).toEqual({});
    expect(saidOf(ledger).at(-1)?.reason).toBe("decision");
  });
});

describe("people who come and go", () => {
  it("are acts of their own beside the changes", async () => {
    const { page, ledger, open, findSignal } = await inTheValley();
    await open();
    await beginVisit(page, "何树生");
    await pressOn(page, "户里怎么说");
    await page.locator(".row-link", { hasText: "祝长青" }).click();
    await page.getByLabel("去世了").check();
    await page.locator(".leave").click();
    await page.getByRole("button", { name: "添新生儿" }).click();
    await page.getByLabel("姓名").fill("何小满");
    await page.getByLabel("与户主关系").selectOption({ label: "子" });
    await page.locator(".leave").click();
    await page.locator(".row-link", { hasText: "何小满" }).getByText("新加的").waitFor();
    await pressOn(page, "交上去");
    await handIn(page);
    await findSignal();
    await row(page, "何树生").getByText("已入账本").waitFor();
    const commands = ledger.acts.map(({ command }) => command);
    expect(commands.slice(1, 4)).toEqual(["registry.recordChanges", "registry.addPeople", "registry.endPerson"]);
    expect(saidOf(ledger).map(({ reason }) => reason)).toEqual(["visit", "birth", "death"]);
  });

  it("make a household of their own where there was none", async () => {
    const { page, ledger, open, findSignal } = await inTheValley();
    await open();
    await page.getByRole("button", { name: "建新户" }).click();
    await pressOn(page, "户里怎么说");
    await page.locator(".row-link", { hasText: "还没有名字" }).click();
    await page.getByLabel("姓名").fill("骆明河");
    await page.locator(".leave").click();
    await pressOn(page, "交上去");
    await handIn(page);
    await findSignal();
    await row(page, "骆明河").getByText("已入账本").waitFor();
    expect(acts(ledger, "registry.openHouseholds")[0]?.input).toMatchObject({
      households: [{ area: "yunling", people: [{}] }],
    });
  });

  it("are not handed in before they have what every file has", async () => {
    const { page, open } = await inTheValley();
    await open();
    await page.getByRole("button", { name: "建新户" }).click();
    await pressOn(page, "交上去");
    await page.getByRole("button", { name: "交上去" }).click();
    await page.getByText("这几处还要改，才能交：").waitFor();
    await page.getByText("没有填姓名").waitFor();
  });
});
