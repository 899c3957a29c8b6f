import { idle } from "@mingbai/testkit/browser/arrive";
import { mockHouseholdId } from "@mingbai/testkit/browser/mock/mock-household";
import type { Page } from "playwright-core";

/** The page of the mock's household. */
export const file = `/registry/${mockHouseholdId}`;
/** Says what the file is opened for, as a person does once on a device, and waits until it is there. */
export async function opens(page: Page, purpose = "走访"): Promise<void> {
  await page.getByRole("button", { name: purpose, exact: true }).click();
  await page.locator("main h1:not(.sr)", { hasText: /何树生|何树生家|改资料|记走访|Change|visit/ }).waitFor();
  await idle(page);
}
