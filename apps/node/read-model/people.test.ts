import { foundingEvents } from "@mingbai/identity/founding-events";
import { identityProjection } from "@mingbai/identity/projection/identity-projection";
import { areas } from "@mingbai/identity/queries/areas";
import { organisations } from "@mingbai/identity/queries/organisations";
import { people } from "@mingbai/identity/queries/people";
import { person } from "@mingbai/identity/queries/person";
import { personSubject } from "@mingbai/identity/vault-content";
import type { areasView, organisationsView, PersonName, peopleView, personView } from "@mingbai/identity/views";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Query, QueryReader } from "@mingbai/read-model/define-query";
import { contentSubject } from "@mingbai/read-model/given-content";
import { TestTables } from "@mingbai/testkit/test-tables";
import { accountOf, type Person, startMs, testLedger } from "@mingbai/treasury/testing/test-ledger";
import { ProjectedBlocks } from "@mingbai/treasury/testing/test-projected-blocks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";

const dayMs = 24 * 60 * 60 * 1_000;
const member = (number: number, organisation: string, ...roles: Role[]): Person => ({
  account: accountOf(number),
  organisation,
  roles,
});
const admin = member(1, "bureau", "administrator");
const clerk = member(2, "bureau", "operator");
const colleague = member(3, "bureau", "reviewer");
const stranger = member(4, "street", "administrator");
const added = accountOf(5);
const everyone = [admin, clerk, colleague, stranger];
const names: Readonly<Record<string, string>> = { [clerk.account]: "温如言", [added]: "叶知行" };
const details = "d1".repeat(32);
const described = { salt: "00".repeat(32), content: { kind: "personDetails", name: "温如玉", contact: "0571-1" } };
const vault = {
  find: async (subject: string) => {
    if (subject === contentSubject({ commitment: details, giver: admin.account })) return described;
    const account = Object.keys(names).find((one) => personSubject(one) === subject);
    return account === undefined ? undefined : { kind: "person", name: names[account] ?? "" };
  },
};
const nobody: QueryReader = { account: undefined, organisation: undefined, roles: [] };
const official: QueryReader = { account: stranger.account, organisation: "street", roles: ["administrator"] };
let tables: TestTables;
const scene = () => {
  const blocks = new ProjectedBlocks();
  const ledger = testLedger(everyone, { onBlock: blocks.add });
  const must = (actor: Person, verb: string, input: Parameters<typeof ledger.run>[2]) =>
    expect(ledger.run(actor, `identity.${verb}`, input).code, verb).toBe("ok");
  return { blocks, ledger, must };
};

beforeAll(async () => {
  tables = await TestTables.start([identityProjection]);
});
afterAll(() => tables.stop());

async function project({ all }: ProjectedBlocks, next?: () => number): Promise<void> {
  const organisationIds = [...new Set(everyone.map(({ organisation }) => organisation))];
  const events = foundingEvents({
    organisations: organisationIds.map((id) => ({ id, name: { en: id, zh: id } })),
    actors: everyone.map((one) => ({
      ...one,
      keys: [{ keyId: one.account, scheme: "ed25519", publicKey: "ab".repeat(32) }],
    })),
  });
  await tables.project(all, next, { vault, founding: { timeMs: startMs, events } });
}

// The answers are judged by their own schemas in `ask`.
type AnswerOf<View extends { readonly result: z.ZodType }> = z.infer<View["result"]>;
const askFor =
  <View extends { readonly result: z.ZodType }>(query: Query) =>
  async (params: Record<string, unknown>, reader = official) =>
    (await tables.ask(query, params, reader)) as AnswerOf<View>;
const askPerson = askFor<typeof personView>(person);
const askPeople = askFor<typeof peopleView>(people);
const askOrganisations = askFor<typeof organisationsView>(organisations);
const askAreas = askFor<typeof areasView>(areas);

describe("the tables of people", () => {
  it("know what the ledger began with, before its first block and once", async () => {
    await project(new ProjectedBlocks());
    const { rows } = await askOrganisations({});
    expect(rows.map(({ id, people: count, administrators }) => [id, count, administrators.length])).toEqual([
      ["bureau", 3, 1],
      ["street", 1, 1],
    ]);
    const found = await askPerson({ account: clerk.account });
    expect(found.roles).toMatchObject([{ role: "operator", standing: "inForce", fromMs: 0, untilMs: null }]);
    expect(found.keys).toMatchObject([{ keyId: clerk.account, standing: "inForce" }]);
    expect(found.acts.map(({ kind, by }) => [kind, by])).toEqual([
      ["keyRegistered", null],
      ["actorRegistered", null],
    ]);
  });

  it("show names in full to who holds an office and to oneself, masked to everybody else", async () => {
    await project(new ProjectedBlocks());
    const nameFor = async (reader: QueryReader) => (await askPerson({ account: clerk.account }, reader)).name;
    const own = { account: clerk.account, organisation: "bureau", roles: ["individual"] } as const;
    const other = { ...own, account: colleague.account };
    expect(await Promise.all([official, own, other, nobody].map(nameFor))).toEqual([
      "温如言",
      "温如言",
      "温*言",
      "温*言",
    ]);
    expect((await askPerson({ account: colleague.account })).name).toBe("");
    await expect(askPerson({ account: accountOf(99) })).rejects.toMatchObject({ code: "UNKNOWN_PERSON" });
    await expect(askPeople({ organisation: "x" })).rejects.toMatchObject({ code: "UNKNOWN_ORGANISATION" });
  });

  it("follow a change of name and contact, and show the contact only to who sees the name", async () => {
    const { blocks, must } = scene();
    must(admin, "describePerson", { account: clerk.account, details });
    must(admin, "describePerson", { account: colleague.account, details: "00".repeat(32) });
    await project(blocks);
    const shown = async (reader: QueryReader) => {
      const { name, contact } = await askPerson({ account: clerk.account }, reader);
      return [name, contact];
    };
    expect(await Promise.all([official, nobody].map(shown))).toEqual([
      ["温如玉", "0571-1"],
      ["温*玉", ""],
    ]);
    expect((await askPerson({ account: clerk.account })).acts[0]).toMatchObject({ kind: "personDescribed" });
    expect((await askPerson({ account: colleague.account })).contact).toBe("");
  });

  it("say how each role stands through leave, deputy, hand-over and withdrawal, and who did it", async () => {
    const { blocks, ledger, must } = scene();
    const term = { fromMs: startMs + dayMs, untilMs: startMs + 300 * dayMs };
    must(admin, "registerActor", { account: added, organisation: "bureau", roles: ["analyst"], ...term });
    must(admin, "appointDeputy", {
      account: colleague.account,
      deputyOf: clerk.account,
      roles: ["operator"],
      untilMs: term.untilMs,
    });
    await project(blocks);
    const standings = async (account: string) =>
      (await askPerson({ account })).roles.map(({ role, standing }) => [role, standing]);
    expect(await standings(added)).toEqual([["analyst", "toCome"]]);
    expect(await standings(colleague.account)).toEqual([
      ["operator", "standby"],
      ["reviewer", "inForce"],
    ]);
    must(clerk, "takeLeave", { account: clerk.account, untilMs: term.untilMs });
    await project(blocks);
    expect(await standings(clerk.account)).toEqual([["operator", "resting"]]);
    expect(await standings(colleague.account)).toEqual([
      ["operator", "inForce"],
      ["reviewer", "inForce"],
    ]);
    const listed = (await askPeople({ organisation: "bureau" })).rows.find(({ account }) => account === clerk.account);
    expect(listed).toMatchObject({ leave: { isNow: true }, deputies: [{ account: colleague.account }], keys: 1 });
    ledger.wait(1);
    must(admin, "returnFromLeave", { account: clerk.account });
    must(admin, "handOver", { account: clerk.account, to: added, roles: ["operator"] });
    must(admin, "withdrawRoles", { account: colleague.account, roles: ["reviewer"] });
    await project(blocks);
    expect((await askPerson({ account: clerk.account })).roles).toMatchObject([
      { role: "operator", standing: "ended", ended: "handedOver" },
    ]);
    expect(await standings(added)).toEqual([
      ["operator", "inForce"],
      ["analyst", "toCome"],
    ]);
    const taker = await askPerson({ account: added });
    expect(taker.acts[0]).toMatchObject({
      kind: "rolesHandedOver",
      person: { account: clerk.account },
      other: { account: added, name: "叶知行" } satisfies PersonName,
      by: { account: admin.account },
      roles: ["operator"],
    });
    expect((await askPeople({ organisation: "bureau", role: "operator" })).rows.map(({ account }) => account)).toEqual([
      colleague.account,
      added,
    ]);
  });

  it("are the same however the blocks are grouped, and list each person once over all pages", async () => {
    const { blocks, must } = scene();
    for (let number = 10; number < 30; number++) {
      must(admin, "registerActor", { account: accountOf(number), organisation: "bureau", roles: ["donor"] });
    }
    must(clerk, "rotateKey", {
      keyId: accountOf(77),
      scheme: "ed25519",
      publicKey: "cd".repeat(32),
      oldKeyId: clerk.account,
      fromHeight: 40,
    });
    const dump = async () => [
      await tables.query("select * from identity.role_grant order by seq, number"),
      await tables.query("select * from identity.act order by seq"),
      await tables.query("select * from identity.key order by seq"),
    ];
    await project(blocks);
    const one = await dump();
    await project(blocks, () => 7);
    expect(await dump()).toEqual(one);
    const found: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await askPeople({ organisation: "bureau", limit: 4, ...(cursor !== undefined && { cursor }) });
      found.push(...page.rows.map(({ account }) => account));
      expect(page.total).toBe(23);
      if (page.next === null) break;
      cursor = page.next;
    }
    expect([found.length, new Set(found).size]).toEqual([23, 23]);
  });

  it("tell of a recovery while it is under way, and how it ended", async () => {
    const { blocks, ledger, must } = scene();
    const key = { keyId: accountOf(78), scheme: "ed25519", publicKey: "ef".repeat(32) };
    must(admin, "proposeRecovery", { ...key, account: clerk.account });
    await project(blocks);
    const open = { keyId: key.keyId, by: { account: admin.account }, organisation: "bureau", effectMs: null };
    expect((await askPerson({ account: clerk.account })).recovery).toMatchObject(open);
    must(stranger, "approveRecovery", { account: clerk.account, keyId: key.keyId });
    ledger.wait(3 * dayMs);
    await project(blocks);
    const found = await askPerson({ account: clerk.account });
    expect(found.recovery).toBeNull();
    expect(found.keys.map(({ keyId, standing }) => [keyId, standing])).toEqual([
      [key.keyId, "inForce"],
      [clerk.account, "ended"],
    ]);
    expect(found.acts.slice(0, 5).map(({ kind }) => kind)).toEqual([
      "recoveryDone",
      "keyRegistered",
      "keyRevoked",
      "recoveryApproved",
      "recoveryProposed",
    ]);
  });

  it("answer with an area and everything in it", async () => {
    const { blocks, must } = scene();
    const name = { en: "A", zh: "甲" };
    const list = [
      { area: "d", level: "district", name },
      { area: "s1", level: "street", name, parent: "d" },
      { area: "s2", level: "street", name, parent: "d" },
      { area: "v", level: "village", name, parent: "s2" },
    ];
    must(admin, "createAreas", { areas: list });
    must(admin, "placeOrganisation", { area: "s2" });
    must(admin, "grantRoles", { account: clerk.account, roles: ["approver"], area: "v" });
    await project(blocks);
    expect((await askAreas({})).rows.map(({ id }) => id)).toEqual(["d", "s1", "s2", "v"]);
    expect((await askAreas({ within: "s2" })).rows.map(({ id }) => id)).toEqual(["s2", "v"]);
    const { organisation, roles } = await askPerson({ account: clerk.account });
    expect(organisation.area).toEqual({ id: "s2", name });
    expect(roles[0]).toMatchObject({ role: "approver", area: { id: "v" } });
  });
});
