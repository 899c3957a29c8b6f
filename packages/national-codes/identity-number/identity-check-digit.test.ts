import { deepCount } from "@mingbai/testkit/deep";
import { runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityCheckDigit } from "./identity-check-digit.ts";

const seed = runSeed();
const runs = { seed, numRuns: deepCount(300, 5_000) };
const digits17 = fc.stringMatching(/^[0-9]{17}$/);

const isWhole = (number: string) =>
  /^\d{17}[\dX]$/.test(number) && identityCheckDigit(number.slice(0, 17)) === number.charAt(17);

describe("identityCheckDigit", () => {
  it("is that of the standard's own example", () => {
    expect(identityCheckDigit("11010519491231002")).toBe("X");
    expect(identityCheckDigit("44052418800101001")).toBe("4");
  });

  it(`catches every change of one character (seed ${seed})`, () => {
    fc.assert(
      fc.property(digits17, (digits) => {
        const number = digits + identityCheckDigit(digits);
        for (let place = 0; place < 18; place++)
          for (const character of "0123456789X")
            if (character !== number[place])
              expect([place, isWhole(number.slice(0, place) + character + number.slice(place + 1))]).toEqual([
                place,
                false,
              ]);
      }),
      runs,
    );
  });

  it(`catches every exchange of two places but of those ten apart (seed ${seed})`, () => {
    fc.assert(
      fc.property(digits17, (digits) => {
        const number = digits + identityCheckDigit(digits);
        for (let a = 0; a < 18; a++)
          for (let b = a + 1; b < 18; b++) {
            const other = exchanged(number, a, b);
            // An X belongs to the last place only, so that moving it is caught by its form.
            const isMissed = other === number || (b - a === 10 && !number.slice(a, b + 1).includes("X"));
            expect([a, b, isWhole(other)]).toEqual([a, b, isMissed]);
          }
      }),
      runs,
    );
  });

  it.each(["", "1234567890123456", "1234567890123456X", "123456789012345678"])("throws where %o has none", (digits) => {
    expect(() => identityCheckDigit(digits)).toThrow(RangeError);
  });
});

function exchanged(number: string, a: number, b: number): string {
  const characters = [...number];
  [characters[a], characters[b]] = [characters[b] ?? "", characters[a] ?? ""];
  return characters.join("");
}
