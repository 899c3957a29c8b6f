import { roles } from "@mingbai/ledger/authority/role";
import { accountOf, type Person, testLedger } from "@mingbai/treasury/testing/test-ledger";
import { makeBatch } from "@mingbai/treasury/testing/test-scene";
import { describe, expect, it } from "vitest";
import { registry } from "./registry.ts";

/** One actor for each role, and one who holds none. */
const people: readonly Person[] = [[], ...roles.map((role) => [role])].map((held, index) => ({
  account: accountOf(index + 1),
  organisation: `of-${index}`,
  roles: held,
}));
const ledger = testLedger(people);

/** Of identity, the whole table, so that a widened right shows in review; treasury has its own beside its commands. */
const ofIdentity: Readonly<Record<string, readonly string[]>> = {
  "identity.appointDeputy": ["administrator"],
  "identity.approveRecovery": ["administrator"],
  "identity.confirmKey": ["administrator"],
  "identity.createAreas": ["administrator"],
  "identity.describePerson": ["administrator"],
  "identity.grantRoles": ["administrator"],
  "identity.handOver": ["administrator"],
  "identity.placeOrganisation": ["administrator"],
  "identity.proposeRecovery": ["administrator"],
  "identity.registerActor": ["administrator"],
  "identity.registerKey": roles,
  "identity.registerOrganisation": ["administrator"],
  "identity.registerSealingKey": roles,
  "identity.returnFromLeave": roles,
  "identity.revokeKey": roles,
  "identity.rotateKey": roles,
  "identity.stopRecovery": roles,
  "identity.takeLeave": roles,
  "identity.withdrawRoles": ["administrator"],
};

describe("who may act", () => {
  it("is judged here on the commands of every domain", () => {
    expect([...ledger.registry.commands.keys()].sort()).toEqual([...registry.commands.keys()].sort());
    const identity = [...registry.commands.keys()].filter((name) => name.startsWith("identity."));
    expect(identity.sort()).toEqual(Object.keys(ofIdentity));
  });

  it.each([...registry.commands.values()])(
    "$name: the roles that it lists and no other, and nobody without a role",
    (command) => {
      const { name, allow } = command;
      const passed = people.filter((person) => ledger.run(person, name, {}).code !== "NOT_ALLOWED");
      expect(passed.flatMap(({ roles: held }) => held).sort()).toEqual(
        [...new Set(allow.map(({ role }) => role))].sort(),
      );
      expect(passed.every(({ roles: held }) => held.length > 0)).toBe(true);
      if (name in ofIdentity)
        expect(passed.flatMap(({ roles: held }) => held).sort()).toEqual([...(ofIdentity[name] ?? [])].sort());
    },
  );

  it("payment batches: the same", () => {
    const [handler] = [...registry.payments.values()];
    const { body } = makeBatch([{ payee: accountOf(1), amount: 1 }]);
    const passed = people.filter((person) => ledger.runBatch(person, body).code !== "NOT_ALLOWED");
    expect(registry.payments.size).toBe(1);
    expect(passed.flatMap(({ roles: held }) => held).sort()).toEqual(handler?.allow.map(({ role }) => role).sort());
  });

  it("a command that no domain lists is refused to every role", () => {
    for (const person of people) expect(ledger.run(person, "treasury.mint", {}).code).toBe("COMMAND_UNKNOWN");
  });
});
