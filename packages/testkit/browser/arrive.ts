import type { Page } from "playwright-core";

/** What goes by way of these shares no heading with what was before: the page of no address, and pages that ask for little. */
const waypoints = ["/no/such/page", "/verify", "/"];

/** A page that keeps itself fresh asks again within so long: a test that waits for it moves the page's clock on. */
export const askedAgainMsMax = 60_000;

/** Waits until a page shows what it is about: its heading is there, and nothing is under way. */
export async function arrived(page: Page): Promise<void> {
  await page.locator("main h1:not(.sr):not([data-before])").first().waitFor();
  await idle(page);
}

/** Waits until nothing is under way. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
}

/**
 * Goes to an address of the same site as a link does, and waits until the page is there: to load it anew takes ten times as
 * long. Goes by way of another page, so that the one before is not taken for this one.
 */
export async function goWithin(page: Page, path: string): Promise<void> {
  const [at, to] = [page.url(), path].map((url) => new URL(url, page.url()).pathname);
  const way = waypoints.filter((waypoint) => waypoint !== at && waypoint !== to).slice(0, 1);
  for (const next of [...way, path]) {
    await page.evaluate(follow, next);
    await arrived(page);
  }
}

function follow(path: string): void {
  for (const heading of document.querySelectorAll("main h1")) heading.setAttribute("data-before", "");
  history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
}
