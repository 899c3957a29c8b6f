import { describe, expect, it } from "vitest";
import { fileOf, other, testFile, testHousehold, worker } from "../../testing/test-files.ts";
import { beginRecord, beginVisit } from "../visit/begin-draft.ts";
import { enterField } from "../visit/change-draft.ts";
import { decideDifferences } from "./decide-differences.ts";
import { findDifferences } from "./find-differences.ts";
import { freezeActs } from "./freeze-acts.ts";

const circumstances = { form: 1, device: "phone", madeMs: 2, newSalt: () => new Uint8Array(32) };

/** A record that said "spring", and its file in which these people said what the well is now. */
function scene({ by }: { by: readonly [typeof worker | typeof other, typeof worker | typeof other] }) {
  const household = testHousehold(1, ["何树生", "祝长青"]);
  const { household: id, files, writers } = household;
  const draft = beginVisit(fileOf(household, { height: 1, timeMs: 1 }));
  const changed = enterField(draft, { subject: id, field: "water" }, { value: "spring" });
  const begun = beginRecord(changed, { owner: worker.account, nowMs: 1 });
  const record = { ...begun, stage: "entered" as const, acts: freezeActs(changed, circumstances) };
  const file = testFile({ water: "well" });
  const now = { version: 2, value: "piped" };
  files.set(id, { ...file, version: 3, fields: { water: now }, open: { water: [{ version: 3, value: "spring" }] } });
  for (const [at, { account, name }] of by.entries()) writers.set(`${id}/${at + 2}`, { account, name, timeMs: at });
  return { record, file: fileOf(household, { height: 2, timeMs: 2 }) };
}

describe("differences", () => {
  it("are fields that the record's writer and somebody else left open", () => {
    const { record, file } = scene({ by: [other, worker] });
    const found = findDifferences(record, file);
    expect(found).toMatchObject([{ field: "water", base: 3, sides: [{ value: "piped" }, { value: "spring" }] }]);
  });

  it("are none where others left it open among themselves", () => {
    const { record, file } = scene({ by: [other, other] });
    expect(findDifferences(record, file)).toEqual([]);
  });

  it("are decided by one act that has seen both sides", () => {
    const { record, file } = scene({ by: [other, worker] });
    const [difference] = findDifferences(record, file);
    const chosen = difference?.sides[1];
    if (difference === undefined || chosen === undefined) throw new Error("nothing differs");
    const decided = decideDifferences(record, [{ difference, chosen }], circumstances);
    expect(decided).toMatchObject({ stage: "saved", isCompared: false, differences: [] });
    const act = decided.acts.at(-1);
    expect(act?.input).toMatchObject({ changes: [{ base: 3 }] });
    expect(JSON.parse(act?.parts[0]?.text ?? "")).toMatchObject({
      reason: "decision",
      sets: { water: { from: "piped", to: "spring" } },
      decides: ["water"],
    });
  });
});
