import type { FieldDefinition } from "../form/definition.ts";
import type { Entry, EntryHints } from "./entry.ts";
import { readChoice } from "./read-choice.ts";
import { readChoices } from "./read-choices.ts";
import { readCreditCode } from "./read-credit-code.ts";
import { readDay } from "./read-day.ts";
import { readDivision } from "./read-division.ts";
import { readFreeText } from "./read-free-text.ts";
import { readIdentityNumber } from "./read-identity-number.ts";
import { readMoney } from "./read-money.ts";
import { readNumber } from "./read-number.ts";
import { readPhone } from "./read-phone.ts";
import { readPhotos } from "./read-photos.ts";
import { readPlace } from "./read-place.ts";
import { readYesNo } from "./read-yes-no.ts";

/** The longest text that is looked at; nothing that people write into a field has so many characters. */
const entryCharsMax = 4_000;

/** The value that a text means in a field, nothing, or a fault in the words of who reads the list. */
export function readText({ of }: Pick<FieldDefinition, "of">, text: string, hints: EntryHints = {}): Entry {
  const bounded = text.length > entryCharsMax ? text.slice(0, entryCharsMax) : text;
  switch (of.type) {
    case "text":
      return readFreeText(of, bounded);
    case "number":
      return readNumber(of, bounded, hints);
    case "money":
      return readMoney(bounded, hints);
    case "day":
      return readDay(bounded, hints);
    case "yesNo":
      return readYesNo(bounded);
    case "choice":
      return readChoice(of, bounded);
    case "choices":
      return readChoices(of, bounded);
    case "identityNumber":
      return readIdentityNumber(bounded, hints);
    case "creditCode":
      return readCreditCode(bounded);
    case "phone":
      return readPhone(bounded);
    case "division":
      return readDivision(bounded, hints);
    case "place":
      return readPlace(bounded);
    case "photos":
      return readPhotos(of, bounded);
  }
}
