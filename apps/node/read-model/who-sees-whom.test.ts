import { foundingEvents } from "@mingbai/identity/founding-events";
import { identityProjection } from "@mingbai/identity/projection/identity-projection";
import { approvalStandingQuery } from "@mingbai/identity/queries/approval-standing";
import { organisations } from "@mingbai/identity/queries/organisations";
import { people } from "@mingbai/identity/queries/people";
import { person } from "@mingbai/identity/queries/person";
import { recoveries } from "@mingbai/identity/queries/recoveries";
import { keySubject, personSubject } from "@mingbai/identity/vault-content";
import { identityViews, type peopleView, type personView, type recoveriesView } from "@mingbai/identity/views";
import { isOffice, type Role, roles } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { contentSubject } from "@mingbai/read-model/given-content";
import { TestTables } from "@mingbai/testkit/test-tables";
import { accountOf, type Person, startMs, testLedger } from "@mingbai/treasury/testing/test-ledger";
import { ProjectedBlocks } from "@mingbai/treasury/testing/test-projected-blocks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";

/** Who is looked at, as seen from the reader. */
const relations = ["self", "colleague", "stranger"] as const;
type Relation = (typeof relations)[number];

const subject: Person = { account: accountOf(1), organisation: "bureau", roles: ["financeSupervisor"] };
const administrator: Person = { account: accountOf(2), organisation: "bureau", roles: ["administrator"] };
const details = "d1".repeat(32);
const lost = { keyId: accountOf(9), scheme: "ed25519", publicKey: "ab".repeat(32) };
const kept: Readonly<Record<string, Record<string, string>>> = {
  [personSubject(subject.account)]: { kind: "person", name: "温如言" },
  [keySubject(subject.account)]: { kind: "key", name: "办公室电脑" },
};
const described = { salt: "00".repeat(32), content: { kind: "personDetails", name: "温如言", contact: "302" } };
/** Questions about people, by what they show of them; the others of identity show nobody. */
const ofPeople = ["identity.person", "identity.people", "identity.organisations", "identity.recoveries"];
/** Names of one's own colleagues only, to who may sign for an office: `approval-limits.test.ts`. */
const ofColleagues = ["identity.approvalStanding"];
const ofNobody = ["identity.areas", "identity.rules"];
let tables: TestTables;

beforeAll(async () => {
  tables = await TestTables.start([identityProjection]);
  const blocks = new ProjectedBlocks();
  const ledger = testLedger([subject, administrator], { onBlock: blocks.add });
  ledger.run(administrator, "identity.describePerson", { account: subject.account, details });
  ledger.run(administrator, "identity.proposeRecovery", { ...lost, account: subject.account });
  const events = foundingEvents({
    organisations: [{ id: "bureau", name: { en: "bureau", zh: "bureau" } }],
    actors: [subject, administrator].map((one) => ({
      ...one,
      keys: [{ keyId: one.account, scheme: "ed25519", publicKey: "ab".repeat(32) }],
    })),
  });
  const given = contentSubject({ commitment: details, giver: administrator.account });
  const vault = { find: async (name: string) => (name === given ? described : kept[name]) };
  await tables.project(blocks.all, undefined, { vault, founding: { timeMs: startMs, events } });
});
afterAll(() => tables.stop());

function readerOf(role: Role, relation: Relation): QueryReader {
  const account = relation === "self" ? subject.account : accountOf(5);
  return { account, organisation: relation === "stranger" ? "street" : "bureau", roles: [role] };
}

async function seen(reader: QueryReader) {
  const found = (await tables.ask(person, { account: subject.account }, reader)) as z.infer<typeof personView.result>;
  const listed = (await tables.ask(people, { organisation: "bureau" }, reader)) as z.infer<typeof peopleView.result>;
  const open = (await tables.ask(recoveries, {}, reader)) as z.infer<typeof recoveriesView.result>;
  return {
    name: found.name,
    listed: listed.rows[0]?.name,
    contact: found.contact,
    device: found.keys[0]?.name,
    recoveries: open.rows.length,
  };
}

describe("role, question about people and relation", () => {
  it("is said of every question of identity", () => {
    const asked = [person, people, organisations, recoveries, approvalStandingQuery(null)].map(({ name }) => name);
    expect(asked.sort()).toEqual([...ofPeople, ...ofColleagues].sort());
    expect([...ofPeople, ...ofColleagues, ...ofNobody].sort()).toEqual(identityViews.map(({ name }) => name).sort());
  });

  it.each(relations)("%s: what each role sees of a person", async (relation) => {
    for (const role of roles) {
      const isSelf = relation === "self";
      const isOpen = isSelf || isOffice(role);
      const seesDevices = isSelf || (relation === "colleague" && role === "administrator");
      const seesRecovery = isSelf || role === "administrator" || role === "regulator";
      const name = isOpen ? "温如言" : "温*言";
      expect(await seen(readerOf(role, relation)), `${role} ${relation}`).toEqual({
        name,
        listed: name,
        contact: isOpen ? "302" : "",
        device: seesDevices ? "办公室电脑" : "",
        recoveries: seesRecovery ? 1 : 0,
      });
    }
  });

  it("nobody in particular sees masked names and no more", async () => {
    expect(await seen({ account: undefined, organisation: undefined, roles: [] })).toEqual({
      name: "温*言",
      listed: "温*言",
      contact: "",
      device: "",
      recoveries: 0,
    });
  });
});
