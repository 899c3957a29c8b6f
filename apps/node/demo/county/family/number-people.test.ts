import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageAt } from "../draw/days.ts";
import { diceOf } from "../draw/dice.ts";
import { drawIdentity, ownNumbers } from "./number-people.ts";

const day = "2026-10-31";
const total = 100_000;

describe("identity numbers of a county", () => {
  it("say sex and birth of somebody who has the age on that day", () => {
    const who = fc.record({ age: fc.nat({ max: 100 }), sex: fc.constantFrom("1", "2") });
    fc.assert(
      fc.property(fc.nat({ max: total - 1 }), who, (index, { age, sex }) => {
        const { birth, number } = drawIdentity(
          diceOf(1, index, 0),
          { age, sex },
          { day, own: ownNumbers(index, total) },
        );
        expect(ageAt(birth, day)).toBe(age);
        expect(number).toMatch(/^33990[1-4]\d{11}[\dX]$/);
        expect(number.slice(6, 14)).toBe(birth.replaceAll("-", ""));
        expect(Number(number[16]) % 2 === 1 ? "1" : "2").toBe(sex);
      }),
    );
  });

  it("are never those of another household, though all were born in one year", () => {
    const numbers = new Map<string, number>();
    for (let index = 0; index < total; index += 7) {
      const own = ownNumbers(index, total);
      const { number } = drawIdentity(diceOf(1, index, 0), { age: 30, sex: "1" }, { day, own });
      const other = numbers.get(number);
      if (other !== undefined) throw new Error(`households ${other} and ${index} have one number`);
      numbers.set(number, index);
    }
  });
});
