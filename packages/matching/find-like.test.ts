import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { findDuplicates } from "./find-duplicates.ts";
import { findLike } from "./find-like.ts";
import { PersonIndex } from "./person-index.ts";
import { makeRegister } from "./testing/test-register.ts";

const wei = { name: "张伟国", birth: "1980-03-15", village: "339901100200", address: "3组12号" } as const;

describe("somebody who is being typed", () => {
  it("is found as soon as enough is typed", () => {
    const index = new PersonIndex();
    index.add({ id: "1", ...wei });
    expect(findLike({ name: "张" }, index).likes).toEqual([]);
    expect(findLike({ name: "章玮国", birth: "1980-03-15" }, index).likes).toMatchObject([
      { id: "1", class: "probable" },
    ]);
    expect(findLike({ ...wei, name: "张伟国" }, index).likes).toMatchObject([{ id: "1", class: "same" }]);
  });

  it("is not like themselves", () => {
    const index = new PersonIndex();
    index.add({ id: "1", ...wei });
    expect(findLike({ id: "1", ...wei }, index).likes).toEqual([]);
  });

  it("is not like those who were taken out or changed", () => {
    const index = new PersonIndex();
    index.add({ id: "1", ...wei });
    index.add({ id: "1", ...wei, name: "李娜" });
    expect(findLike(wei, index).likes).toEqual([]);
    expect(index.remove("1")).toBe(true);
    expect(index.remove("1")).toBe(false);
    expect(index.size).toBe(0);
  });

  const seed = runSeed();
  it(`is like exactly those with whom the whole register pairs them (seed ${seed})`, () => {
    const { people } = makeRegister(random(seed), 3_000);
    const index = new PersonIndex();
    for (const person of people) index.add({ ...person, id: `old-${person.id}` });
    for (const person of people) index.remove(`old-${person.id}`);
    for (const person of people) index.add(person);
    const { pairs } = findDuplicates(people);
    for (const person of people) {
      const expected = pairs.flatMap(({ a, b, points }) => {
        if (a === person.id) return [{ id: b, points }];
        return b === person.id ? [{ id: a, points }] : [];
      });
      const { likes, uncompared } = findLike(person, index);
      expect(likes.map(({ id, points }) => ({ id, points }))).toEqual(expected);
      expect(uncompared).toBe(0);
    }
  });

  it("is compared with the latest of those who share a key with very many, and the others are counted", () => {
    const index = new PersonIndex();
    for (let count = 0; count < 1_000; count++) index.add({ id: `${count}`, name: "张伟", birth: "1980" });
    expect(findLike({ name: "张伟", birth: "1980-03-15" }, index).uncompared).toBe(1_000 - 128);
  });
});
