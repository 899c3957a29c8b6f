import { describe, expect, it } from "vitest";
import { basisOfDraft } from "./basis-of-draft.ts";
import { fieldPlace } from "./household-draft.ts";

const subject = "00000000000000a1";
const told = { kind: "told" } as const;
const contract = { kind: "document", words: "合同 2.0 亩" } as const;
const of = { changed: ["incomeWages", "incomeLandRent"], filled: ["incomeWages", "incomeLandRent", "number"] };
const fields = { [fieldPlace(subject, "incomeLandRent")]: contract, [fieldPlace(subject, "number")]: told };

describe("where what is typed comes from", () => {
  it("is nothing where nobody said it", () => {
    expect(basisOfDraft({}, subject, of)).toEqual({});
    expect(basisOfDraft({ basis: { isSingle: true, fields: {} } }, subject, of)).toEqual({});
  });

  it("is said of all that is changed, of one field otherwise, and of a field that stays as it is", () => {
    expect(basisOfDraft({ basis: { all: told, isSingle: true, fields } }, subject, of)).toEqual({
      incomeWages: told,
      incomeLandRent: contract,
      number: told,
    });
  });

  it("is that of all where single fields are not shown any more", () => {
    const all = { kind: "onSpot" } as const;
    expect(basisOfDraft({ basis: { all, isSingle: false, fields } }, subject, of)).toEqual({
      incomeWages: all,
      incomeLandRent: all,
    });
  });
});
