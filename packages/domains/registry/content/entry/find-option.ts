import type { Option } from "../form/definition.ts";
import { plainEntry } from "./plain-entry.ts";

const known = new WeakMap<readonly Option[], ReadonlyMap<string, Option>>();
const codeBefore = /^[A-Za-z0-9]{1,12}\s*[-.、:：)）\s]\s*(?=\S)/;
const bracketBehind = /^(.+?)\s*[(（].*[)）]$/;

/** What a text chooses, and whether it said more than the answer says. */
export interface FoundOption {
  readonly option: Option;
  readonly isWhole: boolean;
}

/**
 * The answer that a text means: its words, its code, or another spelling; «01 户主» and «残疾（二级）» too, and a code whose
 * zeros in front a spreadsheet dropped.
 */
export function findOption(options: readonly Option[], text: string): FoundOption | undefined {
  const spellings = spellingsOf(options);
  const key = spelling(text);
  const whole = spellings.get(key) ?? withZeros(options, key) ?? spellings.get(spelling(text.replace(codeBefore, "")));
  if (whole !== undefined) return { option: whole, isWhole: true };
  const before = bracketBehind.exec(plainEntry(text))?.[1];
  const part = before === undefined ? undefined : spellings.get(spelling(before));
  return part === undefined ? undefined : { option: part, isWhole: false };
}

/** A text as it is compared: case, spaces, and marks between words do not matter. */
function spelling(text: string): string {
  return plainEntry(text)
    .toLowerCase()
    .replace(/[\s·・,，.。:：;；'"“”‘’_-]+/gu, "");
}

/** Words before codes before other spellings, and of two answers that share one the form's first that is still asked for. */
function spellingsOf(all: readonly Option[]): ReadonlyMap<string, Option> {
  const found = known.get(all);
  if (found !== undefined) return found;
  const options = all.toSorted((one, other) => Number(one.retired ?? false) - Number(other.retired ?? false));
  const map = new Map<string, Option>();
  const put = (text: string, option: Option) => {
    const key = spelling(text);
    if (key !== "" && !map.has(key)) map.set(key, option);
  };
  for (const option of options) put(option.zh, option);
  for (const option of options) put(option.en, option);
  for (const option of options) put(option.code, option);
  for (const option of options) for (const alias of option.aliases ?? []) put(alias, option);
  known.set(all, map);
  return map;
}

function withZeros(options: readonly Option[], key: string): Option | undefined {
  if (!/^\d{1,3}$/.test(key)) return undefined;
  const same = options.filter(({ code }) => /^0*\d+$/.test(code) && Number(code) === Number(key));
  return same.length === 1 ? same[0] : undefined;
}
