import { describe, expect, it } from "vitest";
import { findCode } from "../code-table/find-code.ts";
import { checkCreditCode } from "../credit-code/check-credit-code.ts";
import { packDivisions } from "../divisions/pack-divisions.ts";
import { searchDivisions } from "../divisions/search-divisions.ts";
import { checkIdentityNumber } from "../identity-number/check-identity-number.ts";
import { maskIdentityNumber } from "../identity-number/mask-identity-number.ts";
import { familyRelations } from "../relation/family-relations.ts";
import { characterCount } from "./character-count.ts";
import { plainCode } from "./plain-code.ts";

/** Beyond the first plane, of Extension A and of later extensions, private shapes, and one with a variation sequence. */
const rare = ["𠮷", "㛃", "䶮", "𬱖", "喆", "葛\u{e0100}", "邉\u{e010e}", "\u{2b81d}", "\u{30edd}"];

describe.each(rare)("a name with %s", (character) => {
  const name = `王${character}${character}`;

  it("keeps its characters whole", () => {
    expect(characterCount(name)).toBe(3);
    expect(plainCode(`${name} `).code).toBe(name);
    expect(maskIdentityNumber(character.repeat(20)).isWellFormed()).toBe(true);
    expect(findCode(familyRelations, name)).toBeUndefined();
  });

  it("is named whole where it stands instead of a code", () => {
    const base = [...character][0] ?? "";
    expect(checkIdentityNumber(`3399${name}`)).toMatchObject({ values: { position: 5, character: "王" } });
    expect(checkIdentityNumber(`3399${character}`)).toMatchObject({ values: { position: 5, character: base } });
    expect(checkCreditCode(character)).toMatchObject({ values: { position: 1, character: base } });
  });

  it("is found in names of divisions", () => {
    const file = new TextEncoder().encode(`code,name\n33,"浙江省"\n34,"${name}省"\n`);
    const index = packDivisions("2023-06-30", [file]);
    expect(searchDivisions(index, { text: character }).map((division) => division.name)).toEqual([`${name}省`]);
  });
});

describe("characterCount", () => {
  it.each([
    ["", 0],
    ["王喆", 2],
    ["阿卜杜拉·买买提", 8],
    ["𠮷野", 2],
    ["葛\u{e0100}城", 2],
  ])("counts %s", (name, count) => {
    expect(characterCount(name)).toBe(count);
  });
});
