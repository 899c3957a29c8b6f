import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";

/** A page as a browser opens it that has nothing of it yet. */
export interface ColdPage {
  readonly url: string;
  /** What the page shows once it is there. */
  readonly shows: string;
  /** The session's cookie, and what the browser remembers for this address. */
  readonly cookie?: { readonly name: string; readonly value: string };
  readonly remembered?: Readonly<Record<string, string>>;
}

/** Largest contentful paint from the start of the navigation on, and bytes as they came over the line, by kind. */
export interface ColdLoad {
  readonly paintMs: number;
  readonly bytes: ReadonlyMap<string, number>;
}

const options: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: "zh-CN" };

/** Opens it in a context of its own: no cache, no code kept from the last time. */
export async function openCold(browser: Browser, { url, shows, cookie, remembered }: ColdPage): Promise<ColdLoad> {
  const context = await browser.newContext(options);
  try {
    if (cookie) await context.addCookies([{ ...cookie, url: `${new URL(url).origin}/api`, sameSite: "Strict" }]);
    if (remembered) await context.addInitScript(remember, remembered);
    const page = await context.newPage();
    const bytes = countBytes(await context.newCDPSession(page));
    await page.goto(url);
    await page.locator(shows).first().waitFor();
    await page.waitForLoadState("networkidle");
    return { paintMs: await largestPaintMs(page), bytes: await bytes };
  } finally {
    await context.close();
  }
}

function remember(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) localStorage.setItem(name, value);
}

async function countBytes(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await session.send("Network.enable");
  return bytes;
}

/** The last candidate: nobody has touched the page, so that every larger one was told (W3C Largest Contentful Paint). */
function largestPaintMs(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN));
        observer.observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
}
