import { identityCheckDigit } from "@mingbai/national-codes/identity-number/identity-check-digit";
import { type Random, random } from "@mingbai/testkit/random";
import type { Fact } from "../../facts/fact.ts";
import type { ComparedFile } from "../household-index.ts";
import { day, fact } from "./test-scene.ts";

/** Households of one to five people with what eight departments know of them: about one in ten contradicts its file. */
export function* testCounty(size: number, seed: number): Generator<{ file: ComparedFile; facts: Fact[] }> {
  const dice = random(seed);
  let people = 0;
  for (let at = 0; at < size; at++) {
    const numbers = Array.from({ length: 1 + dice.below(5) }, () => numberOf(people++));
    yield { file: drawFile(at, numbers, dice), facts: numbers.flatMap((about) => drawFacts(about, dice)) };
  }
}

/** Invented: region 3399 is nowhere. */
function numberOf(person: number): string {
  const day = String(1 + (person % 28)).padStart(2, "0");
  const digits = `33${String(9901 + Math.floor(person / 999_000)).padStart(4, "0")}${1940 + (Math.floor(person / 999) % 70)}01${day}${String(person % 999).padStart(3, "0")}`;
  const unique = digits.slice(0, 17);
  return unique + identityCheckDigit(unique);
}

function drawFile(at: number, numbers: readonly string[], dice: Random): ComparedFile {
  const isHelped = dice.chance(1, 3);
  return {
    household: `H${at}`,
    values: {
      village: `3399011${String(at % 200).padStart(5, "0")}`,
      farmland: 500,
      incomeTo: "2026-09-30",
      incomeWages: 3_000_000,
      spentMedical: 100_000,
      ...(isHelped && { monitored: "1" }),
    },
    people: numbers.map((identityNumber, place) => ({
      values: { name: `人${at}-${place}`, relation: place === 0 ? "01" : "20", identityNumber, wageYear: 1_200_000 },
    })),
  };
}

function drawFacts(about: string, dice: Random): Fact[] {
  const of = (...args: Parameters<typeof fact>) => fact(args[0], args[1], { about, id: `${args[0]}-${about}` });
  return [
    of("register", { register: `R${about.slice(6)}`, relation: "01", village: "339901100001" }),
    of("wage", { amount: 1_200_000 + dice.below(400_000), employer: "厂", year: 2026 }),
    of("insurance", { scheme: "resident", state: "paid", monthly: 0 }),
    ...(dice.chance(1, 2) ? [of("medicalBill", { amount: dice.below(200_000), year: 2026 })] : []),
    ...(dice.chance(1, 3) ? [of("deposit", { amount: dice.below(6_000_000) })] : []),
    ...(dice.chance(1, 8)
      ? [of("vehicle", { vehicle: dice.pick(["car", "motorcycle"]), year: 2019, state: "valid" })]
      : []),
    ...(dice.chance(1, 50)
      ? [of("company", { company: "某店", creditCode: "91339901MA2XXXXX0X", role: "owner", state: "open", capital: 1 })]
      : []),
    ...(dice.chance(1, 200) ? [of("death", { on: day })] : []),
  ];
}
