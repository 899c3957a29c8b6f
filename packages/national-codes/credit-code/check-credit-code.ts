import type { CodeEntry } from "../code-table/code-table.ts";
import { findCode } from "../code-table/find-code.ts";
import { codeTextCharsMax, plainCode } from "../text/plain-code.ts";
import { creditCharacters, creditCheckCharacter } from "./credit-check-character.ts";
import { type CreditCodeFault, creditCodeFault } from "./faults.ts";
import type { CreditCodeNote } from "./notes.ts";
import { organisationCheckCharacter } from "./organisation-check-character.ts";
import { registrationKinds } from "./registration-kinds.ts";

export interface CreditCode {
  /** 18 characters, capitals. */
  readonly code: string;
  /** Who registered it and what it is, or undefined where a later amendment of the standard may know. */
  readonly registration: CodeEntry | undefined;
  /** Of the registering office (GB/T 2260), by the codes of that time. */
  readonly division6: string;
  /** GB 11714, places 9 to 17. */
  readonly organisation: string;
  readonly notes: readonly CreditCodeNote[];
}

/** What is meant by letters that the code never has. */
const lookalikes: Readonly<Record<string, string>> = { I: "1", O: "0", S: "5", Z: "2" };

/** Reads a unified social credit code by GB 32100-2015. Of the division only its form is judged. */
export function checkCreditCode(text: string): CreditCodeFault | CreditCode {
  if (text.length > codeTextCharsMax)
    return creditCodeFault("TOO_LONG", { length: text.length, extra: text.length - 18 });
  const { code, notes } = plainCode(text);
  const fault = findShapeFault(code) ?? findCheckFault(code);
  if (fault) return fault;
  const organisation = code.slice(8, 17);
  const isChecked = organisationCheckCharacter(organisation.slice(0, 8)) === organisation.charAt(8);
  return {
    code,
    registration: findCode(registrationKinds, code.slice(0, 2)),
    division6: code.slice(2, 8),
    organisation,
    notes: isChecked ? notes : [...notes, "ORGANISATION_CHECK"],
  };
}

function findShapeFault(code: string): CreditCodeFault | undefined {
  if (code === "") return creditCodeFault("EMPTY");
  const characters = [...code];
  const wrong = characters.findIndex((character) => !creditCharacters.includes(character));
  const character = characters[wrong];
  if (character !== undefined) {
    const likely = lookalikes[character];
    const position = wrong + 1;
    return likely === undefined
      ? creditCodeFault("CHARACTER", { position, character })
      : creditCodeFault("LOOKALIKE", { position, character, likely });
  }
  const length = characters.length;
  if (length > 18) return creditCodeFault("TOO_LONG", { length, extra: length - 18 });
  if (length < 18) return creditCodeFault("TOO_SHORT", { length, missing: 18 - length });
  const digits = code.slice(2, 8);
  return /^\d{6}$/.test(digits) ? undefined : creditCodeFault("DIVISION", { digits });
}

function findCheckFault(code: string): CreditCodeFault | undefined {
  const expected = creditCheckCharacter(code.slice(0, 17));
  const found = code.charAt(17);
  return expected === found ? undefined : creditCodeFault("CHECK_CHARACTER", { expected, found });
}
