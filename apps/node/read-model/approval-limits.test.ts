import { foundingEvents } from "@mingbai/identity/founding-events";
import { identityProjection } from "@mingbai/identity/projection/identity-projection";
import { approvalStandingQuery } from "@mingbai/identity/queries/approval-standing";
import { person } from "@mingbai/identity/queries/person";
import { recoveries } from "@mingbai/identity/queries/recoveries";
import { rulesQuery } from "@mingbai/identity/queries/rules";
import {
  approvalLimitNormally,
  approvalLimitWaitMs,
  recoveryCautionMs,
  recoveryWaitMs,
} from "@mingbai/identity/schema";
import { keySubject } from "@mingbai/identity/vault-content";
import type { approvalStandingView, personView, recoveriesView, rulesView } from "@mingbai/identity/views";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Query, QueryReader } from "@mingbai/read-model/define-query";
import { TestTables } from "@mingbai/testkit/test-tables";
import { accountOf, type Person, startMs, testLedger } from "@mingbai/treasury/testing/test-ledger";
import { limitTo } from "@mingbai/treasury/testing/test-limits";
import { ProjectedBlocks } from "@mingbai/treasury/testing/test-projected-blocks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { registry } from "../registry.ts";

/** Later than any clock that runs this: the tables judge terms by the later of the two. */
const laterMs = 20_000 * 24 * 60 * 60 * 1_000;
const member = (number: number, organisation: string, ...roles: Role[]): Person => ({
  account: accountOf(number),
  organisation,
  roles,
});
const admin = member(1, "bureau", "administrator");
const finance = member(2, "bureau", "financeSupervisor");
const approver = member(3, "bureau", "approver");
const stranger = member(4, "street", "administrator");
const regulator = member(5, "inspection", "regulator");
const everyone = [admin, finance, approver, stranger, regulator];
const passkey = { keyId: accountOf(0x77), scheme: "webauthn-p256", publicKey: `02${"ab".repeat(32)}` };
const normal = approvalLimitNormally;
let tables: TestTables;

beforeAll(async () => {
  tables = await TestTables.start([identityProjection]);
});
afterAll(() => tables.stop());

function scene() {
  const blocks = new ProjectedBlocks();
  const ledger = testLedger(everyone, { onBlock: blocks.add, members: ["bureau"] });
  ledger.wait(laterMs);
  const must = (actor: Person, verb: string, input: Parameters<typeof ledger.run>[2]) =>
    expect(ledger.run(actor, `identity.${verb}`, input).code, verb).toBe("ok");
  const project = async () => {
    const organisations = [...new Set(everyone.map(({ organisation }) => organisation))];
    const events = foundingEvents({
      organisations: organisations.map((id) => ({ id, name: { en: id, zh: id } })),
      actors: everyone.map((one) => ({
        ...one,
        keys: [{ keyId: one.account, scheme: "ed25519", publicKey: "ab".repeat(32) }],
      })),
    });
    const named = { kind: "key", name: "手机" };
    const vault = { find: async (subject: string) => (subject === keySubject(passkey.keyId) ? named : undefined) };
    await tables.project(blocks.all, undefined, { vault, founding: { timeMs: startMs, events } });
  };
  return { ledger, must, project };
}

const readerOf = ({ account, organisation, roles }: Person): QueryReader => ({ account, organisation, roles });
const askFor =
  <View extends { readonly result: z.ZodType }>(query: Query) =>
  async (params: Record<string, unknown>, reader: Person) =>
    (await tables.ask(query, params, readerOf(reader))) as z.infer<View["result"]>;
const askStanding = askFor<typeof approvalStandingView>(approvalStandingQuery(normal));
const askRules = askFor<typeof rulesView>(rulesQuery(registry, normal));
const askPerson = askFor<typeof personView>(person);
const askRecoveries = askFor<typeof recoveriesView>(recoveries);

describe("the tables of approvals above a limit", () => {
  it("tell the limit in force, the default, and a higher one from when it counts", async () => {
    const { ledger, project } = scene();
    const decide = (value?: number) => limitTo(ledger, value, { proposer: finance, voter: admin });
    await project();
    expect(await askStanding({}, finance)).toMatchObject({ amount: normal, next: null, cautionUntilMs: null });
    decide(500);
    decide(900);
    const fromMs = ledger.timeMs + approvalLimitWaitMs;
    await project();
    const waiting = { amount: 500, next: { amount: 900, fromMs } };
    expect(await askStanding({}, finance)).toMatchObject(waiting);
    const organisation = { id: "bureau", name: { en: "bureau", zh: "bureau" } };
    expect(await askRules({}, finance)).toMatchObject({ normalLimit: normal, limits: [{ organisation, ...waiting }] });
    ledger.wait(approvalLimitWaitMs);
    decide();
    ledger.wait(approvalLimitWaitMs);
    await project();
    expect(await askStanding({}, finance)).toMatchObject({ amount: null, next: null });
  });

  it("tell the default that members have voted, to those who have no limit of their own", async () => {
    const { ledger, project } = scene();
    const change = { kind: "parameter", name: "identity.approvalLimitNormally", value: 700 };
    const { id } = ledger.run(finance, "governance.propose", { change, base: 0, words: "f1".repeat(32) });
    expect(ledger.run(admin, "governance.vote", { proposal: id, choice: "for" }).code).toBe("ok");
    await project();
    expect(await askStanding({}, finance)).toMatchObject({ amount: 700, next: null });
    expect(await askRules({}, finance)).toMatchObject({ normalLimit: 700, limits: [] });
  });

  it("tell the rules of four eyes to everybody: no blanks in the words, and nobody spoken to", async () => {
    await scene().project();
    const { fourEyes } = await askRules({}, finance);
    expect(fourEyes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["OWN_ENTRY", "OWN_REVIEW", "OWN_ORDER", "OWN_MERCHANT", "SAME_PERSON"]),
    );
    const unfit = fourEyes.filter(({ words }) => /[{}…⋯]|您|\byour?\b/i.test(`${words.en} ${words.zh}`));
    expect(unfit).toEqual([]);
  });

  it("name the colleagues whose passkeys count, once an administrator has confirmed them, but not oneself", async () => {
    const { ledger, must, project } = scene();
    const { keyId } = passkey;
    must(approver, "registerKey", { ...passkey, account: approver.account, fromHeight: ledger.height + 2 });
    ledger.wait(1);
    await project();
    expect((await askStanding({}, finance)).colleagues).toEqual([]);
    const keyOf = async () => (await askPerson({ account: approver.account }, finance)).keys;
    expect(await keyOf()).toMatchObject([
      { keyId, confirmed: false, usedMs: null },
      { confirmed: true, usedMs: ledger.timeMs - 1 },
    ]);
    const nameFor = async (reader: Person) => (await askPerson({ account: approver.account }, reader)).keys[0]?.name;
    expect(await Promise.all([approver, admin, finance, stranger].map(nameFor))).toEqual(["手机", "手机", "", ""]);
    must(admin, "confirmKey", { keyId });
    await project();
    expect((await askStanding({}, finance)).colleagues).toEqual([{ account: approver.account, name: "" }]);
    expect((await askStanding({}, approver)).colleagues).toEqual([]);
    expect((await askStanding({}, stranger)).colleagues).toEqual([]);
    expect((await askPerson({ account: approver.account }, finance)).acts[0]).toMatchObject({ kind: "keyConfirmed" });
    must(admin, "revokeKey", { keyId, untilHeight: ledger.height + 2 });
    ledger.wait(1);
    await project();
    expect((await askStanding({}, finance)).colleagues).toEqual([]);
  });

  it("tell owner, regulator and administrators of a recovery, nobody else, and of the 7 days after it", async () => {
    const { ledger, must, project } = scene();
    must(admin, "proposeRecovery", { ...passkey, account: finance.account });
    must(stranger, "approveRecovery", { account: finance.account, keyId: passkey.keyId });
    const effectMs = ledger.timeMs + recoveryWaitMs;
    await project();
    for (const reader of [finance, regulator, admin, stranger]) {
      expect((await askRecoveries({}, reader)).rows, reader.roles[0]).toMatchObject([
        { person: { account: finance.account }, of: { id: "bureau" }, effectMs },
      ]);
    }
    expect((await askRecoveries({}, approver)).rows).toEqual([]);
    ledger.wait(recoveryWaitMs);
    await project();
    expect((await askRecoveries({}, finance)).rows).toEqual([]);
    const cautionUntilMs = effectMs + recoveryCautionMs;
    expect(await askStanding({}, finance)).toMatchObject({ cautionUntilMs });
    expect(await askPerson({ account: finance.account }, regulator)).toMatchObject({ cautionUntilMs });
    expect((await askStanding({}, approver)).colleagues).toEqual([]);
    ledger.wait(recoveryCautionMs);
    await project();
    expect(await askStanding({}, finance)).toMatchObject({ cautionUntilMs: null });
    expect((await askStanding({}, approver)).colleagues).toEqual([{ account: finance.account, name: "" }]);
  });
});
