import { State } from "@mingbai/ledger/state/state";
import { forgottenTable } from "@mingbai/posts/tables";
import { erasedTable, householdTable, personTable } from "@mingbai/registry/tables";
import { describe, expect, it } from "vitest";
import { DecidedErasures } from "./decided-erasures.ts";

const erasure = "00000000000000e1";

function scene({ fails = false }: { fails?: boolean } = {}) {
  const state = new State({ tables: [erasedTable, forgottenTable, householdTable, personTable], stores: [] });
  const erased: string[] = [];
  const faults: string[] = [];
  const vault = {
    isErased: (subject: string) => erased.includes(subject),
    erase: async (subjects: readonly string[]) => {
      if (fails) throw new Error("the disk is gone");
      erased.push(...subjects);
      return { subjects, generation: 1, timeMs: 0 };
    },
  };
  const photosOf: string[] = [];
  const erasures = new DecidedErasures({
    state,
    vault,
    erasePhotos: async (subjects) => {
      // The texts that name them must still open.
      if (!subjects.some((subject) => erased.includes(subject))) photosOf.push(...subjects);
    },
    onFatal: ({ message }) => faults.push(message),
  });
  const decide = (...subjects: string[]): void => {
    for (const subject of subjects) state.table(erasedTable).set(subject, { erasure });
  };
  const keepFileOf = (person: string): void => state.table(personTable).set(person, { household: person, version: 1 });
  const forget = (subject: string): void =>
    state.table(forgottenTable).set(subject, { account: subject, owed: [], acknowledged: [] });
  return { erasures, erased, photosOf, faults, decide, forget, keepFileOf };
}

describe("what the ledger has decided to erase", () => {
  it("is erased from the vault, each subject once, also what was decided before the start", async () => {
    const { erasures, erased, photosOf, decide, forget } = scene();
    decide("a", "b");
    erasures.follow();
    erasures.follow();
    decide("c");
    erasures.follow();
    forget("d");
    erasures.follow();
    await erasures.settled();
    expect(erased.sort()).toEqual(["a", "b", "c", "d"]);
    expect(photosOf.sort()).toEqual(erased);
  });

  it("leaves a file alone whose number somebody took for what they can do, and had forgotten", async () => {
    const { erasures, erased, decide, forget, keepFileOf } = scene();
    for (const person of ["a", "b"]) keepFileOf(person);
    forget("a");
    decide("b");
    erasures.follow();
    await erasures.settled();
    expect(erased).toEqual(["b"]);
  });

  it("stops the node where the vault cannot", async () => {
    const { erasures, faults, decide } = scene({ fails: true });
    decide("a");
    erasures.follow();
    await erasures.settled();
    expect(faults).toEqual(["the disk is gone"]);
  });
});
