import type { Browser, Page } from "playwright-core";
import { arrived, idle } from "./arrive.ts";
import { type Look, openLook, usual } from "./looks.ts";

/** Whom of the demo, and the address that they go to, at the node of this address. */
export interface DeskVisit {
  readonly url: string;
  readonly name: string;
  readonly path: string;
}

/** A browser of one person of the demo, signed in with one click, at this address; in Chinese unless `look` says otherwise. */
export async function openDesk(
  browser: Browser,
  { look = usual, ...visit }: DeskVisit & { readonly look?: Look },
): Promise<Page> {
  const context = await openLook(browser, look);
  const page = await context.newPage();
  await enterDesk(page, visit);
  return page;
}

/** Signs somebody of the demo in with one click, and goes to an address. */
export async function enterDesk(page: Page, { url, name, path }: DeskVisit): Promise<void> {
  await page.goto(`${url}/sign-in?then=${encodeURIComponent(path)}`);
  await page.locator("button.demo-person", { hasText: name }).click();
  await page.waitForURL((to) => to.pathname + to.search === path || to.pathname === path);
  // The page before it has a heading too: what is drawn for this person has their name in its bar.
  await page.locator("button.who", { hasText: name }).waitFor({ state: "attached" });
  await arrived(page);
}

/** Goes to an address of the same site, and waits until the page shows what it is about. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await arrived(page);
}

/** Presses a key once nothing is under way any more. */
export async function presses(page: Page, key: string): Promise<void> {
  await idle(page);
  await page.keyboard.press(key);
}

/** Confirms the signing sheet, and waits until what was signed is final. */
export async function signs(page: Page): Promise<void> {
  await page.locator("dialog.signing").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("dialog.signing").waitFor({ state: "detached" });
}
