import { describe, expect, it } from "vitest";
import { checkCharacterOf } from "../fields/read-identity-number.ts";
import { findDuplicates } from "../find-duplicates.ts";
import type { Person } from "../person.ts";

const numberOf = (body: string) => body + checkCharacterOf(body);
const home = { village: "339901100200", address: "3组12号" } as const;
const one = { name: "张伟国", birth: "1980-03-15", identityNumber: numberOf("33990119800315001"), ...home };

describe("pairs joined to people", () => {
  it("make one group of three records", () => {
    const people: Person[] = [
      { id: "a", ...one },
      { id: "b", ...one, name: "章伟国" },
      { id: "c", ...one, birth: "1980-03" },
      { id: "d", name: "李娜", birth: "1990-05-06", ...home },
    ];
    expect(findDuplicates(people)).toMatchObject({ groups: [{ members: ["a", "b", "c"] }], apart: [] });
  });

  it("do not chain two people over a record that could be of either, and name the two", () => {
    const people: Person[] = [
      { id: "a", ...one },
      { id: "b", name: "张伟国", ...home },
      { id: "c", ...one, birth: "1961-12-30", identityNumber: numberOf("33990119611230001") },
    ];
    const { groups, apart } = findDuplicates(people);
    expect(groups).toEqual([{ members: ["a", "b"] }]);
    expect(apart).toEqual([{ a: "b", b: "c", why: "differ", between: ["a", "c"] }]);
  });

  it("stop at a size that no person's records have", () => {
    const people = Array.from({ length: 40 }, (_, index) => ({ id: String(index).padStart(2, "0"), ...one }));
    const { groups, apart } = findDuplicates(people);
    expect(Math.max(...groups.map(({ members }) => members.length))).toBe(32);
    expect(new Set(apart.map(({ why }) => why))).toEqual(new Set(["large"]));
  });
});
