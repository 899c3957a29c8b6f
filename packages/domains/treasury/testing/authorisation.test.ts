import { roles } from "@mingbai/ledger/authority/role";
import { describe, expect, it } from "vitest";
import { treasury } from "../index.ts";
import { treasuryCommands } from "../schema.ts";
import { accountOf, type Person, testLedger } from "./test-ledger.ts";
import { makeBatch } from "./test-scene.ts";

/** Who may do what: the whole table, so that a widened right shows in review. */
const allowed: Record<string, readonly string[]> = {
  openAccounts: ["administrator", "operator", "importer"],
  createFund: ["financeSupervisor", "importer"],
  bookBankLines: ["escrowBank", "importer"],
  splitVoucher: ["projectManager", "financeSupervisor", "supplier", "individual", "importer"],
  allocate: ["financeSupervisor", "importer"],
  proposeManifest: ["operator", "projectManager", "importer"],
  approveManifest: ["approver", "financeSupervisor", "importer"],
  pay: ["supplier", "individual", "importer"],
  disburse: ["financeSupervisor"],
  nameLine: ["regulator", "supplier", "individual"],
  returnPayment: ["financeSupervisor", "supplier", "individual", "importer"],
  redeem: ["projectManager", "financeSupervisor", "supplier", "individual", "importer"],
  releaseOrders: ["financeSupervisor", "importer"],
  cancelRedemption: ["financeSupervisor", "escrowBank", "importer"],
  settleBatch: ["escrowBank", "importer"],
  returnExpired: ["projectManager", "financeSupervisor", "supplier", "individual", "importer"],
  reportDifference: ["financeSupervisor", "escrowBank", "auditor"],
  proposeSettlement: ["financeSupervisor", "escrowBank", "auditor"],
  settleDifference: ["financeSupervisor", "escrowBank", "auditor"],
  closeBankDay: ["financeSupervisor"],
  countersignBankDay: ["escrowBank"],
  registerMerchants: ["administrator"],
  withdrawMerchants: ["administrator"],
  proposeOffer: ["operator", "projectManager"],
  approveOffer: ["approver", "financeSupervisor"],
  takeOffer: ["individual"],
  spend: ["individual"],
  stopOffer: ["operator", "approver", "projectManager", "financeSupervisor"],
  collectOffer: ["operator", "projectManager", "financeSupervisor"],
  payBatch: ["operator", "projectManager", "financeSupervisor", "importer"],
};

describe("who may do what", () => {
  const people: Person[] = roles.map((role, index) => ({
    account: accountOf(index + 1),
    organisation: `of-${index}`,
    roles: [role],
  }));
  const ledger = testLedger(people);

  it("covers every command, and every command has a schema", () => {
    const verbs = treasury.commands.map(({ name }) => name.slice("treasury.".length));
    expect([...verbs, "payBatch"].sort()).toEqual(Object.keys(allowed).sort());
    expect(Object.keys(treasuryCommands).sort()).toEqual(verbs.sort());
  });

  for (const [verb, list] of Object.entries(allowed)) {
    it(`refuses ${verb} to every role but ${list.join(", ")}`, () => {
      const { body } = makeBatch([{ payee: accountOf(1), amount: 1 }]);
      const passed = people.filter((person) => {
        const { code } = verb === "payBatch" ? ledger.runBatch(person, body) : ledger.run(person, verb, {});
        return code !== "NOT_ALLOWED";
      });
      expect(passed.flatMap((person) => person.roles).sort()).toEqual([...list].sort());
    });
  }
});
