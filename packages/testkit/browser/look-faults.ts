import type { Page } from "playwright-core";
import { axeFaults } from "./axe.ts";

/**
 * What is wrong with a page as it looks now, one line each: what axe finds, and a sideways scroll. Where something is, its
 * picture is put at `picture`; of the whole page with `isWhole`, else of the screen.
 */
export async function lookFaults(
  page: Page,
  { picture, isWhole = false }: { readonly picture: string; readonly isWhole?: boolean },
): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const sideways = over > 0 ? [`scrolls sideways by ${over} px`] : [];
  const faults = [...sideways, ...(await axeFaults(page))];
  if (faults.length > 0) await page.screenshot({ path: picture, fullPage: isWhole });
  return faults;
}
