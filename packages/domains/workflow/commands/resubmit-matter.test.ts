import { hex } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { versionsMax } from "../schema.ts";
import { refuses } from "../testing/test-refusal-rows.ts";
import { at, matter, people, sceneAt, terms, words } from "../testing/test-scene.ts";

const { clerk, supplier, citizen, reviewer } = people;
const again = { ...at, terms: { ...terms, amount: 40_000 }, content: hex("c2") };

describe("resubmitMatter", () => {
  refuses("resubmitMatter", [
    ["MATTER_UNKNOWN", "returned", clerk, { ...again, matter: hex("ff") }],
    ["VERSION_STALE", "returned", clerk, { ...again, version: 2 }],
    ["STAGE_WRONG", "submitted", clerk, again],
    ["WRONG_TURN", "returned", supplier, again],
    ["WRONG_TURN", "returned", citizen, again],
    ["WRONG_TURN", "returned", reviewer, again],
  ]);

  it("makes the next version, for which nobody has decided yet", () => {
    const scene = sceneAt("returned");
    scene.must(clerk, "resubmitMatter", again);
    expect(scene.row()).toMatchObject({ stage: "submitted", version: 2, terms: again.terms, content: again.content });
    expect(scene.row()).toMatchObject({ enteredBy: [clerk.account], decidedBy: [], holder: "district" });
  });

  it("says who could do it instead", () => {
    const scene = sceneAt("returned");
    scene.run(supplier, "resubmitMatter", again);
    expect(scene.detail).toMatchObject({ roles: ["projectManager", "supplier"], at: "street", stage: "returned" });
  });

  it("ends at the last version", () => {
    const scene = sceneAt("returned");
    for (let version = 1; version < versionsMax; version++) {
      scene.must(clerk, "resubmitMatter", { ...again, version });
      scene.must(reviewer, "returnMatter", { matter, version: version + 1, words });
    }
    expect(scene.run(clerk, "resubmitMatter", { ...again, version: versionsMax })).toBe("VERSIONS_FULL");
  });
});
