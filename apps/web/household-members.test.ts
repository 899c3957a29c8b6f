import { mockHouseholdId, mockPeopleOfHousehold } from "@mingbai/testkit/browser/mock/mock-household";
import { describe, expect, it } from "vitest";
import { file, opens } from "./test-household.ts";
import { openPage, signed, usePages } from "./test-work-pages.ts";

usePages();

describe("people coming and going", () => {
  it("are acts of their own: taken out, split off, moved, added", async () => {
    const { page, session, contents } = await openPage("grid", file);
    await opens(page);
    const begins = async (act: string) => {
      if ((await page.locator("dialog.drawer").count()) === 0) await page.keyboard.press("m");
      await page.locator("dialog.drawer").getByRole("button", { name: act, exact: true }).click();
    };
    const signs = async () => {
      await page.getByRole("button", { name: "去签名" }).click();
      await page.locator("dialog.signing").waitFor();
      await page.keyboard.press("Enter");
      await signed(page);
      return session.commands.at(-1);
    };
    await begins("减人");
    await page.getByLabel("哪一位").selectOption({ label: "卢桂枝" });
    await page.getByLabel("什么时候、怎么回事").fill("11 月 3 日病故");
    const ended = await signs();
    expect(ended).toMatchObject({ name: "registry.endPerson", input: { because: "death", base: 3 } });
    expect(contents.parts.get(String(ended?.input.content))?.part).toMatchObject({ words: "11 月 3 日病故" });
    await begins("分户");
    await page.getByRole("checkbox", { name: "何远舟" }).check();
    const split = await signs();
    expect(split?.input).toMatchObject({ from: mockHouseholdId, people: [mockPeopleOfHousehold.son] });
    await begins("转户");
    await page.getByRole("checkbox", { name: "何远舟" }).check();
    await page.getByLabel("到哪一户").fill("卢明远");
    await page.locator("dialog.drawer input[type=radio]").first().check();
    expect(await signs()).toMatchObject({ name: "registry.movePeople", input: { from: mockHouseholdId } });
    await begins("添人");
    await page.getByLabel("姓名").fill("何小雨");
    await page.getByLabel("与户主关系").fill("孙女");
    await page.keyboard.press("Tab");
    const added = await signs();
    expect(added?.input).toMatchObject({ household: mockHouseholdId, because: "birth" });
  });

  it("bind somebody to their account before a witness, and say what is missing first", async () => {
    const { page, session } = await openPage("grid", file);
    await opens(page);
    await page.keyboard.press("m");
    await page.getByRole("button", { name: "绑定账户" }).click();
    const form = page.locator(".people-form");
    const missing = async () => {
      await form.getByRole("button", { name: "去签名" }).click();
      return form.locator("[role=alert]").textContent();
    };
    expect(await missing()).toBe("请选人");
    await form.getByLabel("哪一位").selectOption({ label: "何远舟" });
    await form.getByLabel("本人的账户").fill("5A3C 90E1 B7D2");
    expect(await missing()).toMatch(/^账户是 16 位/);
    await form.getByLabel("本人的账户").fill("5A3C 90E1 B7D2 4F6B");
    expect(await missing()).toBe("请选见证人");
    await form.getByLabel("见证人").selectOption({ label: "贺长风" });
    await form.getByRole("button", { name: "去签名" }).click();
    await page.locator("dialog.signing", { hasText: "5a3c90e1b7d24f6b" }).waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands.at(-1)).toMatchObject({
      name: "registry.bindAccount",
      input: { person: mockPeopleOfHousehold.son, account: "5a3c90e1b7d24f6b" },
    });
  });
});
