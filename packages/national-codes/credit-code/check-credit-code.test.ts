import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { isFault } from "../fault.ts";
import { checkCreditCode } from "./check-credit-code.ts";
import { creditCharacters, creditCheckCharacter } from "./credit-check-character.ts";
import { organisationCheckCharacter } from "./organisation-check-character.ts";

const seed = runSeed();
const whole = (characters17: string) => characters17 + creditCheckCharacter(characters17);
const sample = whole(`93339901MA2B3C4D${organisationCheckCharacter("MA2B3C4D")}`);

describe("checkCreditCode", () => {
  it.each([
    ["91350100M000100Y43", "91", "350100"],
    ["11100000000013127D", "11", "100000"],
    ["9144030071526726XG", "91", "440300"],
  ])("reads %s, which is in public use", (code, kind, division6) => {
    expect(checkCreditCode(code)).toMatchObject({ code, registration: { code: kind }, division6, notes: [] });
  });

  it("reads who registered it, and where", () => {
    expect(checkCreditCode(sample)).toMatchObject({
      code: sample,
      registration: { code: "93", zh: "农民专业合作社" },
      division6: "339901",
      organisation: sample.slice(8, 17),
      notes: [],
    });
  });

  it.each([
    ["", "EMPTY", "没有填统一社会信用代码"],
    [sample.slice(0, 17), "TOO_SHORT", "统一社会信用代码少 1 位，只有 17 位"],
    [`${sample}1`, "TOO_LONG", "统一社会信用代码多 1 位，有 19 位"],
    ["9".repeat(130), "TOO_LONG", "统一社会信用代码多 112 位，有 130 位"],
    [`9O${sample.slice(2)}`, "LOOKALIKE", "统一社会信用代码第 2 位是字母 O，代码里不用它，可能是 0"],
    [`${sample.slice(0, 12)}𬱖`, "CHARACTER", "统一社会信用代码第 13 位是“𬱖”，代码里没有这个字符"],
    [`93A${sample.slice(3)}`, "DIVISION", "第 3 至 8 位是区划代码，只能是数字，表里是 A39901"],
  ])("says of %o: %s", (text, fault, zh) => {
    expect(checkCreditCode(text)).toMatchObject({ fault, zh });
  });

  it(`catches every change of one character, and every exchange of two but the first with the last (seed ${seed})`, () => {
    const source = random(seed);
    const characters = [...creditCharacters];
    const some = (count: number) => Array.from({ length: count }, () => source.pick(characters)).join("");
    for (let round = 0; round < deepCount(30, 1_000); round++) {
      const code = whole(`${some(2)}339901${some(9)}`);
      expect([code, isFault(checkCreditCode(code))]).toEqual([code, false]);
      const isMissed = (other: string) => other !== code && !isFault(checkCreditCode(other));
      const places = Array.from({ length: 18 }, (_, place) => place);
      const changed = places.flatMap((at) => characters.map((other) => replaced(code, { [at]: other })));
      expect(changed.filter(isMissed)).toEqual([]);
      const exchanged = places.flatMap((a) =>
        places.filter((b) => a < b).map((b) => replaced(code, { [a]: code.charAt(b), [b]: code.charAt(a) })),
      );
      const ends = replaced(code, { 0: code.charAt(17), 17: code.charAt(0) });
      expect(exchanged.filter(isMissed)).toEqual([ends].filter((other) => other !== code));
    }
  });

  it("notes an organisation code that does not hold by itself", () => {
    const wrong = organisationCheckCharacter("MA2B3C4D") === "1" ? "2" : "1";
    expect(checkCreditCode(whole(`93339901MA2B3C4D${wrong}`))).toMatchObject({ notes: ["ORGANISATION_CHECK"] });
  });
});

function replaced(code: string, characters: Readonly<Record<number, string>>): string {
  return [...code].map((character, at) => characters[at] ?? character).join("");
}
