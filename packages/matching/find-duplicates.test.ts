import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { checkCharacterOf } from "./fields/read-identity-number.ts";
import { findDuplicates } from "./find-duplicates.ts";
import type { Person } from "./person.ts";
import { samePointsMin } from "./scoring/find-class.ts";
import { makeRegister, shuffle } from "./testing/test-register.ts";

const wei = { name: "张伟国", birth: "1980-03-15", sex: "male", village: "339901100200", address: "3组12号" } as const;

function numberOf(body: string): string {
  return body + checkCharacterOf(body);
}

function pairOf(a: Omit<Person, "id">, b: Omit<Person, "id">) {
  return findDuplicates([
    { id: "1", ...a },
    { id: "2", ...b },
  ]).pairs[0];
}

describe("people who are in a register twice", () => {
  const seed = runSeed();

  it(`are the same whatever the order of the register (seed ${seed})`, () => {
    const source = random(seed);
    const { people } = makeRegister(source, 3_000);
    const found = findDuplicates(people);
    expect(found.pairs.length).toBeGreaterThan(20);
    expect(findDuplicates(shuffle(source, people))).toEqual(found);
  });

  it("come with reasons that add up, the strongest pair first", () => {
    const { pairs } = findDuplicates(makeRegister(random(seed), 2_000).people);
    for (const { a, b, points, reasons } of pairs) {
      expect(a < b).toBe(true);
      expect(Number.isInteger(points)).toBe(true);
      expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(points);
    }
    expect(pairs.map(({ points }) => points)).toEqual(pairs.map(({ points }) => points).sort((a, b) => b - a));
  });

  it.each<[string, Partial<Person>, string | undefined]>([
    ["all the same", {}, "same"],
    ["a homophone", { name: "章伟国" }, "same"],
    ["day and month swapped", { birth: "1980-15-03" }, "same"],
    ["another township", { village: "339902200200", address: "1组1号" }, "probable"],
    ["another date of birth", { birth: "1961-12-30" }, "possible"],
    ["a twin: one other character", { name: "张伟军" }, undefined],
    ["a brother: another character and date", { name: "张伟军", birth: "1983-07-01" }, undefined],
  ])("%s", (_, change, expected) => {
    expect(pairOf(wei, { ...wei, ...change })?.class).toBe(expected);
  });

  it("lose and gain nothing by what is missing", () => {
    const { birth, sex, ...rest } = wei;
    const fields = pairOf({ ...rest, identityNumber: "" }, { ...rest, phone: "12" })?.reasons.map(({ field }) => field);
    expect(fields).toEqual(["name", "village", "address"]);
  });

  it("are only possible where nothing but the number agrees, since the date is in the number", () => {
    const identityNumber = numberOf("33990119800315001");
    const pair = pairOf(
      { ...wei, identityNumber },
      { ...wei, identityNumber, name: "李建华", village: "339902200200" },
    );
    expect(pair?.class).toBe("possible");
    expect(pair?.reasons).toContainEqual({ field: "birth", level: "same", points: 0, silent: "counted" });
  });

  it("are not kept apart by a slip in the date that is in a number", () => {
    const [right = "", checkOf = ""] = ["33990119800315001", "33990119080315001"].map(numberOf);
    const slip = checkOf.slice(0, 17) + right.slice(17);
    const { birth, ...rest } = wei;
    expect(pairOf({ ...rest, identityNumber: right }, { ...rest, identityNumber: slip })?.class).toBe("same");
  });

  it("are at most probable where they have two right identity numbers", () => {
    const withNumber = (body: string) => ({
      ...wei,
      identityNumber: numberOf(body),
      phone: "13900001234",
    });
    const pair = pairOf(withNumber("33990119800315001"), withNumber("33990119800315003"));
    expect(pair?.points).toBeGreaterThan(samePointsMin);
    expect(pair?.class).toBe("probable");
  });

  it("are not made by a telephone that a whole office gives", () => {
    const people = Array.from({ length: 12 }, (_, index) => ({ ...wei, id: `${index}`, phone: "13900001234" }));
    const [pair] = findDuplicates(people).pairs;
    expect(pair?.reasons.at(-1)).toEqual({ field: "phone", level: "same", points: 0, silent: "office" });
  });

  it("are listed up to a bound, the strongest, and the others counted", () => {
    const { people } = makeRegister(random(seed), 2_000);
    const all = findDuplicates(people);
    const few = findDuplicates(people, { pairsMax: 5 });
    expect(few.pairs).toEqual(all.pairs.slice(0, 5));
    expect(few.left).toBe(all.pairs.length - 5);
  });

  it.each(["probable", "same"] as const)("are listed from a class on: %s", (atLeast) => {
    const { people } = makeRegister(random(seed), 2_000);
    const wanted = atLeast === "same" ? ["same"] : ["same", "probable"];
    expect(findDuplicates(people, { atLeast }).pairs).toEqual(
      findDuplicates(people).pairs.filter((pair) => wanted.includes(pair.class)),
    );
  });

  it("are found in blocks too large to compare fully, which are reported", () => {
    const crowd = Array.from(
      { length: 500 },
      (_, index): Person => ({
        id: `c${index}`,
        name: "张伟",
        birth: `1980-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
        village: `3399011${String(index).padStart(5, "0")}`,
      }),
    );
    const copy = { id: "x", name: "张玮", birth: "1980-08-04", village: "339901100255" };
    const found = findDuplicates([...crowd, copy]);
    const block = found.oversize.find(({ key }) => key === "nameAndYear");
    expect(block).toMatchObject({ blocks: 1, members: 501, uncompared: (485 * 484) / 2 });
    expect(found.pairs.some(({ b }) => b === "x")).toBe(true);
  });

  it("refuses a register in which two have one id", () => {
    expect(() =>
      findDuplicates([
        { ...wei, id: "1" },
        { ...wei, id: "1" },
      ]),
    ).toThrow("two people have the id 1");
  });
});
