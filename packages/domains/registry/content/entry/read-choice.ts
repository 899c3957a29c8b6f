import type { FieldType, Option } from "../form/definition.ts";
import { type Entry, nothing } from "./entry.ts";
import { type EntryFault, entryFault, entryNote } from "./faults.ts";
import { findOption } from "./find-option.ts";
import { nearOptions } from "./near-options.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";

const namedMax = 6;
const choiceCharsMax = 200;

/** One answer by its words, code or another spelling. */
export function readChoice({ options }: Extract<FieldType, { type: "choice" }>, text: string): Entry {
  const plain = plainEntry(text);
  const found = plain.length > choiceCharsMax ? undefined : findOption(options, text);
  if (found?.isWhole) return { value: found.option.code };
  if (found !== undefined) {
    const note = entryNote("DETAIL_LEFT_OUT", { text: plain, kept: found.option.zh, keptEn: found.option.en });
    return { value: found.option.code, notes: [note] };
  }
  return saysNothing(plain) ? nothing : unknownChoice(options, plain);
}

/** Names the answers that are alike, or else the first few. */
export function unknownChoice(options: readonly Option[], plain: string): EntryFault {
  const text = plain.slice(0, choiceCharsMax);
  const near = nearOptions(options, text);
  if (near.length > 0)
    return entryFault("CHOICE_NEAR", {
      text,
      near: near.map(({ zh }) => `“${zh}”`).join("或"),
      nearEn: near.map(({ en }) => `“${en}”`).join(" or "),
    });
  const named = options.slice(0, namedMax);
  const hasMore = options.length > namedMax;
  return entryFault("CHOICE_UNKNOWN", {
    text,
    options: named.map(({ zh }) => zh).join("、") + (hasMore ? " 等" : ""),
    optionsEn: named.map(({ en }) => en).join("; ") + (hasMore ? " …" : ""),
  });
}
