import type { Browser, BrowserContext, Page } from "playwright-core";

/** Of what takes a tenth of a second alone: a machine may be busy with as many other files as it has cores. */
const pageWaitMsMax = 30_000;
/** Up to this width a screen is a phone's. */
const phonePxMax = 500;

/** How somebody has their pages. */
export interface Look {
  readonly language: "zh" | "en";
  readonly size: "usual" | "large";
  readonly theme: "light" | "dark";
  readonly width: number;
}

export const usual: Look = { language: "zh", size: "usual", theme: "light", width: 1440 };

/** How a page is looked at in every run: as most have it, and where room is least, its words longest and its type largest. */
export const looks: readonly Look[] = [usual, { language: "en", size: "large", theme: "dark", width: 360 }];

const look = (language: Look["language"], size: Look["size"], theme: Look["theme"], width: number): Look => ({
  language,
  size,
  theme,
  width,
});

/** For the deep run: any two of a language, a size, a mode and a width come together in one of these at least (pairwise testing). */
export const allLooks: readonly Look[] = [
  look("zh", "usual", "light", 360),
  look("en", "large", "dark", 360),
  look("zh", "large", "dark", 768),
  look("en", "usual", "light", 768),
  look("zh", "usual", "dark", 1024),
  look("en", "large", "light", 1024),
  look("zh", "large", "light", 1440),
  look("en", "usual", "dark", 1440),
  look("zh", "usual", "light", 1920),
  look("en", "large", "dark", 1920),
];

/** A browser of its own that looks like this from its first page on; `remembered` is kept in it beside the look. */
export async function openLook(
  browser: Browser,
  { language, size, theme, width }: Look,
  remembered: Readonly<Record<string, string>> = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: width < phonePxMax ? 780 : 900 },
    locale: language === "zh" ? "zh-CN" : "en-GB",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(pageWaitMsMax);
  await context.addInitScript(
    (values: Record<string, string>) => {
      for (const [name, value] of Object.entries(values)) localStorage.setItem(`mingbai.${name}`, value);
    },
    { language, size, theme, ...remembered },
  );
  return context;
}

/** What goes wrong in a page from now on: a broken policy, a thrown error. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  return faults;
}
