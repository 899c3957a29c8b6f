import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { askedSections } from "@mingbai/registry/content/form/find-field";
import { withOrder } from "@mingbai/registry/content/form/testing/change-form";
import { usual } from "@mingbai/testkit/browser/looks";
import { mockHouseholdId } from "@mingbai/testkit/browser/mock/mock-household";
import { mockNowMs } from "@mingbai/testkit/browser/mock/mock-matters";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openPage, usePages } from "./test-work-pages.ts";

usePages();

const Changes = z.array(z.object({ subject: z.string(), content: z.string() }));
const file = `/registry/${mockHouseholdId}`;
const readAt = { height: 3_000, timeMs: mockNowMs };

async function opensForm() {
  const opened = await openPage("grid", `${file}/edit?reason=visit`);
  await opened.page.getByRole("button", { name: "走访", exact: true }).click();
  await opened.page.locator(".household-form").waitFor();
  return opened;
}

/** Hands in, and gives what was said about the household. */
async function handsIn({ page, session, contents }: Awaited<ReturnType<typeof opensForm>>) {
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${file}`);
  const changes = Changes.parse(session.commands.at(-1)?.input.changes);
  return changes.map(({ content }) => contents.parts.get(content)?.part)[0];
}

/** The household's own photos stand before those of its people. */
const place = (page: Page) => page.locator(".photos-drop").first();
const pictures = (page: Page) => place(page).locator(".photo-row li");

describe("the form of a household", () => {
  it("takes photos by file, by dropping and by paste, shows them small, and loses one that is taken out", async () => {
    const opened = await opensForm();
    const { page } = opened;
    const before = await pictures(page).count();
    const buffer = await page.screenshot();
    await place(page).locator("input").setInputFiles({ name: "门口.png", mimeType: "image/png", buffer });
    await expect.poll(() => pictures(page).count()).toBe(before + 1);
    for (const kind of ["drop", "paste"] as const) {
      const count = await pictures(page).count();
      await place(page).evaluate(give, { kind, base64: buffer.toString("base64") });
      await expect.poll(() => pictures(page).count()).toBe(count + 1);
    }
    await place(page).locator("img").first().waitFor();
    await pictures(page).last().getByRole("button").click();
    await expect.poll(() => pictures(page).count()).toBe(before + 2);
    const part = await handsIn(opened);
    expect(part?.sets).toMatchObject({ photos: { to: { length: before + 2 } } });
  });

  it("says where values come from, of all that is changed and of single ones", async () => {
    const opened = await opensForm();
    const { page } = opened;
    await page.locator("#basis-all").selectOption({ label: "自报" });
    await page.getByLabel("村民小组").fill("4 组");
    await page.getByLabel("逐项写依据").check();
    const single = page.locator(`#field-${mockHouseholdId}-address-basis`);
    await single.selectOption({ label: "现场看过" });
    const part = await handsIn(opened);
    expect(part).toMatchObject({ sets: { team: { to: "4 组" } } });
    expect(part?.basis).toEqual({ team: { kind: "told" }, address: { kind: "onSpot" } });
  });

  it("takes a day out of the calendar, which Tab passes by", async () => {
    const { page } = await opensForm();
    const day = page.getByLabel("建档日期");
    await day.focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.locator(".ant-picker-cell-inner", { hasText: /^15$/ }).first().click();
    expect(await day.inputValue()).toMatch(/^\d{4}-\d{2}-15$/);
    await day.focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".day-pick") === null)).toBe(true);
  });
});

describe("a county's order of sections and fields", () => {
  const reversed = (before: readonly string[]) => before.toReversed();
  const form = withOrder(withOrder(countyForm, { ids: reversed }), { section: "house", ids: reversed });
  const more = {
    "registry.forms": () => ({ rows: [{ version: form.version, sinceMs: null, transaction: null }], readAt }),
    "registry.form": () => ({ form, readAt }),
  };
  const house = askedSections(form, "household").find(({ id }) => id === "house");
  const labels = house?.fields.map(({ label }) => label.zh) ?? [];

  it("is that of the form, which still begins a file with its village and the names of its people", async () => {
    const { page } = await openPage("grid", "/registry/new", usual, more);
    const sections = askedSections(form, "household").map(({ title }) => title.zh);
    const titles = page.locator("#form-where, .household-form > section:last-of-type .section-fold > summary");
    expect((await titles.allInnerTexts()).map((text) => sections.find((one) => text.includes(one)))).toEqual(sections);
    const fold = page.locator(".section-fold", { hasText: "住房和饮水" });
    await fold.locator("summary").click();
    expect(await fold.locator(".form-field > label").allInnerTexts()).toEqual(labels);
    expect(await page.getByLabel("姓名").isVisible()).toBe(true);
  });

  it("is that of the columns of a list, too", async () => {
    const { page } = await openPage("grid", "/import", usual, more);
    await page.locator("input[type=file]").setInputFiles({
      name: "名单.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("户编号,姓名,与户主关系\n1,何树生,户主\n"),
    });
    const group = page.locator("select").first().locator("optgroup[label*=住房和饮水]");
    await group.first().waitFor({ state: "attached" });
    expect(await group.first().locator("option").allInnerTexts()).toEqual(labels);
  });
});

/** Drops or pastes a picture, as a browser tells it. */
function give(at: Element, { kind, base64 }: { kind: "drop" | "paste"; base64: string }): void {
  const data = new DataTransfer();
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  data.items.add(new File([bytes], "photo.png", { type: "image/png" }));
  const about = { bubbles: true, cancelable: true };
  at.dispatchEvent(
    kind === "drop"
      ? new DragEvent("drop", { ...about, dataTransfer: data })
      : new ClipboardEvent("paste", { ...about, clipboardData: data }),
  );
}
