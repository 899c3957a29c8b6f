export type Language = "zh" | "en";

/** Tells the browser, screen readers and the font rules which language the page is in. */
export function documentLanguage(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}
