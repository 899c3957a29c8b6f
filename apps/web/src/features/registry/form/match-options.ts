import { findOption } from "@mingbai/registry/content/entry/find-option";
import type { Option } from "@mingbai/registry/content/form/definition";

/**
 * The answers that what was typed may mean, the likeliest first: the one that it names, those that begin with it, those that
 * have it within; codes and other spellings count. All that are offered where nothing was typed.
 */
export function matchOptions(options: readonly Option[], typed: string): readonly Option[] {
  const text = typed.trim().toLowerCase();
  const offered = options.filter(({ retired }) => retired !== true);
  if (text === "") return offered;
  const named = findOption(options, text)?.option;
  const spellings = ({ code, zh, en, aliases = [] }: Option) =>
    [zh, en, code, ...aliases].map((one) => one.toLowerCase());
  const begins = offered.filter((option) => spellings(option).some((one) => one.startsWith(text)));
  const has = offered.filter((option) => spellings(option).some((one) => one.includes(text)));
  return [...new Set([...(named ? [named] : []), ...begins, ...has])];
}
