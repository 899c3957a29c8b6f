import { accountOf, foundTestLedger, hex, person } from "@mingbai/identity/testing/test-ledger";
import { moved } from "../effects.ts";
import { workflow } from "../index.ts";
import { type MatterRow, matterTable } from "../tables.ts";

/** The district decides; street, health office, a firm and two neighbours apply or are asked. */
export const people = {
  reviewer: person(1, "district", "projectManager"),
  reviewer2: person(2, "district", "projectManager"),
  /** Holds both roles, so that only four eyes keep them apart. */
  both: person(3, "district", "projectManager", "financeSupervisor"),
  payer: person(4, "district", "financeSupervisor"),
  clerk: person(5, "street", "projectManager"),
  streetFinance: person(6, "street", "financeSupervisor"),
  health: person(7, "health", "projectManager"),
  supplier: person(8, "company", "supplier"),
  citizen: person(9, "street", "individual"),
  neighbour: person(10, "street", "individual"),
  regulator: person(11, "inspection", "regulator"),
};

export const startMs = Date.UTC(2026, 10, 20, 1);
export const matter = hex("a1");
export const terms = { payee: accountOf(0x100), fund: 1, amount: 50_000 };
export const application = { matter, kind: "disbursement", to: "district", terms, content: hex("c1") };
export const words = hex("d1");
export const at = { matter, version: 1 };

/** A ledger of identity and this domain. */
export function testScene() {
  const ledger = foundTestLedger({ domains: [workflow], people, startMs });
  return Object.assign(ledger, {
    row(id = matter): MatterRow {
      const row = ledger.state.table(matterTable).find(id);
      if (row === undefined) throw new Error(`no matter ${id}`);
      return row;
    },
  });
}

export type TestScene = ReturnType<typeof testScene>;

/** The street's application, as far as it is to be. */
export function sceneAt(stage: "submitted" | "forwarded" | "returned" | "passed" | "disputed"): TestScene {
  const scene = testScene();
  scene.must(people.clerk, "submitMatter", application);
  if (stage === "forwarded") scene.must(people.reviewer, "forwardMatter", { ...at, to: "health" });
  if (stage === "returned") scene.must(people.reviewer, "returnMatter", { ...at, words });
  if (stage === "passed") scene.must(people.reviewer, "passMatter", at);
  if (stage === "disputed") {
    disburse(scene);
    scene.must(people.streetFinance, "disputeMatter", { ...at, words });
  }
  return scene;
}

/** Passed and paid, without the treasury. */
export function disburse(scene: TestScene): void {
  scene.must(people.reviewer, "passMatter", at);
  const { state, timeMs } = scene;
  const actor = { ...people.payer, keyId: people.payer.account };
  const event = moved(
    { state, actor, moment: { height: 1, timeMs } },
    { matter, row: scene.row() },
    { stage: "disbursed", decides: true },
  );
  scene.apply([event]);
}
