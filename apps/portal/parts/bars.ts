import type { Language } from "@mingbai/app-web/src/i18n/language";
import { percentText } from "@mingbai/app-web/src/ui/format-money";
import { type Html, html } from "../html/html.ts";

const wide = 1_000;

/** How much of `whole` is `part`: one bar, solid and hollow, as long as `whole` is of `scale`. Decorative beside its figures. */
export function shareBar({ part, whole, scale }: { part: number; whole: number; scale: number }, high = 14): Html {
  const length = (minor: number): string => ((scale > 0 ? Math.max(0, minor) / scale : 0) * wide).toFixed(1);
  return html`<svg class="bar" viewBox="0 0 ${wide} ${high}" height="${high}" preserveAspectRatio="none" aria-hidden="true"><rect class="left" width="${length(whole)}" height="${high}"/><rect class="paid" width="${length(part)}" height="${high}"/></svg>`;
}

/** Two percentages that add up to the whole, to one decimal. */
export function twoShares(
  part: number,
  whole: number,
  language: Language,
): { readonly part: string; readonly rest: string } {
  const tenths = whole === 0 ? 0 : Math.round((part / whole) * 1_000);
  return { part: percentText(tenths, 1_000, language), rest: percentText(1_000 - tenths, 1_000, language) };
}
