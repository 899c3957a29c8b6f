import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { solarField, withNewField } from "@mingbai/registry/content/form/testing/change-form";
import { describe, expect, it } from "vitest";
import { beginVisit, openPhone, pressOn, takeAlong, untilKept, usePhones } from "./testing/test-phone.ts";

usePhones();

describe("a form that members voted while the phone was away", () => {
  it("is asked from the next signal on, and a record of the earlier one enters as it was filled in", async () => {
    const { page, ledger, open, loseSignal, findSignal } = await openPhone();
    await open();
    await page.locator(".row-link").first().waitFor();
    await takeAlong(page);
    await untilKept(page);
    await loseSignal();
    await open();
    await beginVisit(page, "何树生");
    await pressOn(page, "土地和家产");
    await page.getByLabel("山泉水").check();
    await pressOn(page, "交上去");
    await page.getByRole("button", { name: "交上去" }).click();
    await page.locator(".three").waitFor();

    ledger.forms = [withNewField(countyForm, solarField)];
    await findSignal();
    await page.locator(".record", { hasText: "何树生" }).getByText("已入账本").waitFor();
    expect([...ledger.parts.values()].map(({ form }) => form)).toEqual([1]);

    await open();
    await expect.poll(() => ledger.calls.includes("/api/queries/registry.form")).toBe(true);
    await loseSignal();
    await beginVisit(page, "何树生");
    await pressOn(page, "土地和家产");
    await page.getByLabel("光伏板").fill("3.5");
    await pressOn(page, "交上去");
    await page.getByRole("button", { name: "交上去" }).click();
    await page.locator(".three").first().waitFor();
    await findSignal();
    await expect
      .poll(() => [...ledger.parts.values()].at(-1))
      .toMatchObject({ form: 2, sets: { solarPanels: { to: 35 } } });
  });
});
