import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedFields } from "./changed-fields.ts";
import { foldPart, type OrderedPart } from "./fold-part.ts";
import type { SubjectPart } from "./part.ts";
import { emptyFile, type SubjectFile, valuesOf } from "./subject-file.ts";
import { isSameValue, type Values } from "./value.ts";

const part = (sets: SubjectPart["sets"], decides?: string[]): SubjectPart => ({
  kind: "part",
  form: 1,
  reason: "visit",
  sets,
  ...(decides !== undefined && { decides }),
});

/** Parts in the order of the ledger: [version the writer had seen, what they set]. */
function fold(...parts: readonly (readonly [base: number, sets: SubjectPart["sets"], decides?: string[]])[]) {
  return parts.reduce<SubjectFile>(
    (file, [base, sets, decides]) => foldPart(file, { version: file.version + 1, base, part: part(sets, decides) }),
    emptyFile,
  );
}

const born: readonly [number, SubjectPart["sets"]] = [0, { work: { to: "courier" }, rooms: { to: 3 } }];

describe("a subject's file", () => {
  it("takes what a writer says who has seen the newest value", () => {
    expect(valuesOf(fold(born, [1, { work: { from: "courier", to: "farm" } }]))).toEqual({ work: "farm", rooms: 3 });
    expect(valuesOf(fold(born, [1, { rooms: { from: 3 } }]))).toEqual({ work: "courier" });
  });

  it("keeps where a value comes from until somebody who has seen it says another, or another value", () => {
    const told = { kind: "told" } as const;
    const contract = { kind: "document", words: "合同" } as const;
    const after = (base: number, said: Partial<SubjectPart>) => (file: SubjectFile) =>
      foldPart(file, { version: file.version + 1, base, part: { ...part({}), ...said } });
    const first = after(0, { sets: { rooms: { to: 3 } }, basis: { rooms: told } })(emptyFile);
    expect(first.fields.rooms).toEqual({ version: 1, value: 3, basis: told });
    expect(after(1, { basis: { rooms: contract } })(first).fields.rooms).toEqual({
      version: 1,
      value: 3,
      basis: contract,
    });
    expect(after(0, { basis: { rooms: contract } })(first).fields.rooms?.basis).toEqual(told);
    const same = { sets: { rooms: { from: 3, to: 3 } }, basis: { rooms: contract } };
    expect(after(1, same)(first).fields.rooms).toEqual({ version: 1, value: 3, basis: contract });
    expect(after(1, { sets: { rooms: { from: 3, to: 4 } } })(first).fields.rooms).toEqual({ version: 2, value: 4 });
    expect(after(1, { basis: { work: told } })(first).fields.work).toBeUndefined();
  });

  it("takes both of two edits made at once where they are about different fields", () => {
    const file = fold(born, [1, { work: { to: "farm" } }], [1, { rooms: { to: 4 } }]);
    expect([valuesOf(file), file.open]).toEqual([{ work: "farm", rooms: 4 }, {}]);
  });

  it("keeps both values where two at once say different things, and the first counts meanwhile", () => {
    const file = fold(born, [1, { work: { to: "farm" } }], [1, { work: { to: "shop" } }]);
    expect(file.fields.work).toEqual({ version: 2, value: "farm" });
    expect(file.open.work).toEqual([{ version: 3, value: "shop" }]);
  });

  it("sees no difference where two at once say the same, or say again what is open", () => {
    expect(fold(born, [1, { work: { to: "farm" } }], [1, { work: { to: "farm" } }]).open).toEqual({});
    const said = fold(born, [1, { work: { to: "a" } }], [1, { work: { to: "b" } }], [1, { work: { to: "b" } }]);
    expect(said.open.work).toHaveLength(1);
  });

  it("stays open for who merely writes again, and is closed by who has seen both and decides", () => {
    const both = [born, [1, { work: { to: "farm" } }], [1, { work: { to: "shop" } }]] as const;
    expect(fold(...both, [3, { work: { to: "mill" } }]).open.work).toHaveLength(2);
    const decided = fold(...both, [3, { work: { to: "shop" } }, ["work"]]);
    expect([valuesOf(decided).work, decided.open]).toEqual(["shop", {}]);
    expect(fold(...both, [3, { work: { to: "farm" } }, ["work"]])).toMatchObject({ fields: { work: { version: 2 } } });
  });

  it("is not decided by who has not seen all that is open", () => {
    const both = [born, [1, { work: { to: "farm" } }], [1, { work: { to: "shop" } }]] as const;
    const late = fold(...both, [1, { work: { to: "mill" } }], [3, { work: { to: "shop" } }, ["work"]]);
    expect([valuesOf(late).work, late.open.work]).toEqual(["shop", [{ version: 4, value: "mill" }]]);
    expect(fold(...both, [1, { work: { to: "mill" } }, ["work"]]).open.work).toHaveLength(2);
  });

  it("loses nothing that anybody said: it counts, is open, was replaced by one who had seen it, or decided about", () => {
    const field = fc.constantFrom("work", "rooms", "water");
    const set = fc.record({ field, to: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }) });
    const step = fc.record({ set, seen: fc.nat({ max: 20 }), decides: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const first = { version: 1, base: 0, part: part({ work: { to: 0 }, rooms: { to: 0 }, water: { to: 0 } }) };
        const later = steps.map(({ set: { field, to }, seen, decides }, at): OrderedPart => {
          const sets = { [field]: to === undefined ? { from: 0 } : { to } };
          return { version: at + 2, base: Math.min(seen, at + 1), part: part(sets, decides ? [field] : []) };
        });
        const parts = [first, ...later];
        const file = parts.reduce(foldPart, emptyFile);
        for (const one of parts) expect(isAccounted(one, parts, file)).toBe(true);
        expect(parts.reduce(foldPart, emptyFile)).toEqual(file);
      }),
    );
  });
});

/** Whether what a part said still stands somewhere, or a later writer had seen it when they wrote. */
function isAccounted({ version, part: { sets } }: OrderedPart, parts: readonly OrderedPart[], file: SubjectFile) {
  return Object.entries(sets).every(([field, { to }]) => {
    const stands = [file.fields[field], ...(file.open[field] ?? [])].some((state) => isSameValue(state?.value, to));
    const wasSeen = parts.some((later) => later.base >= version && field in later.part.sets);
    const wasSaidAgain = parts.some(
      (other) => other.version < version && isSameValue(other.part.sets[field]?.to, to) && field in other.part.sets,
    );
    return stands || wasSeen || wasSaidAgain;
  });
}

describe("what differs between two sets of values", () => {
  const values = fc.dictionary(
    fc.constantFrom("a", "b", "c"),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.integer(), { maxLength: 3 })),
  ) as fc.Arbitrary<Values>;

  it("makes the one into the other", () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        const start = foldPart(emptyFile, { version: 1, base: 0, part: part(changedFields({}, before)) });
        const sets = changedFields(before, after);
        const end = foldPart(start, { version: 2, base: 1, part: part(sets) });
        expect(valuesOf(end)).toEqual({ ...after });
        expect(Object.keys(sets).every((field) => !isSameValue(before[field], after[field]))).toBe(true);
      }),
    );
  });
});
