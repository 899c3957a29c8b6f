import type { Option } from "../form/definition.ts";
import { plainEntry } from "./plain-entry.ts";
import { sharedShare } from "./shared-share.ts";

const nearMax = 3;
const likenessMin = 0.45;

/** The answers that a text may have meant, the likeliest first; none where nothing is alike. */
export function nearOptions(options: readonly Option[], text: string): readonly Option[] {
  const plain = plainEntry(text).toLowerCase();
  return options
    .filter(({ retired }) => retired !== true)
    .map((option) => ({ option, likeness: likenessOf(option, plain) }))
    .filter(({ likeness }) => likeness >= likenessMin)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, nearMax)
    .map(({ option }) => option);
}

function likenessOf({ zh, en, aliases = [] }: Option, plain: string): number {
  return Math.max(...[zh, en.toLowerCase(), ...aliases].map((name) => sharedShare(name, plain)));
}
