import type { Page } from "playwright-core";
import { axeFaults } from "./axe.ts";

/**
 * What is wrong with a page as it looks now, one line each: what axe finds, and a sideways scroll. Its picture is put at
 * `picture` first, to be looked at where something is; of the whole page with `isWhole`, else of the screen.
 */
export async function lookFaults(
  page: Page,
  { picture, isWhole = false }: { readonly picture: string; readonly isWhole?: boolean },
): Promise<string[]> {
  await page.screenshot({ path: picture, fullPage: isWhole });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const sideways = over > 0 ? [`scrolls sideways by ${over} px`] : [];
  return [...sideways, ...(await axeFaults(page))];
}
