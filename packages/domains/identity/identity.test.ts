import { keyTable } from "@mingbai/ledger/authority/key";
import { actorTable, type Role, roles } from "@mingbai/ledger/authority/role";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { applyEvent } from "@mingbai/ledger/execute/execute-transaction";
import { isRefusal } from "@mingbai/ledger/refusal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundingEvents } from "./founding-events.ts";
import { identity } from "./index.ts";
import { findExclusion, roleGroups, ungroupedRoles } from "./role-groups.ts";
import { identityCommands } from "./schema.ts";
import { organisationTable, sealingKeyTable } from "./tables.ts";

const accountOf = (number: number) => number.toString(16).padStart(16, "0");
const admin = accountOf(1);
const clerk = accountOf(2);
const stranger = accountOf(3);
const moment = { height: 5, timeMs: 1_800_000_000_000 };
const publicKey = "ab".repeat(32);
const newKey = { keyId: accountOf(0x99), scheme: "ed25519", publicKey };

/** Two organisations; `run` executes as the executor does, roles included, and says the refusal's code or "ok". */
function scene() {
  const registry = createRegistry([identity]);
  const state = registry.createState();
  const actor = (account: string, organisation: string, held: readonly Role[]) => ({
    account,
    organisation,
    roles: held,
    keys: [{ keyId: account, scheme: "ed25519", publicKey }] as const,
  });
  const founders = foundingEvents({
    organisations: ["bureau", "street"].map((id) => ({ id, name: { en: id, zh: id } })),
    actors: [
      actor(admin, "bureau", ["administrator"]),
      actor(clerk, "bureau", ["operator"]),
      actor(stranger, "street", ["administrator"]),
    ],
  });
  for (const event of founders) applyEvent({ state, registry, moment: { height: 0, timeMs: 0 } }, event);
  const run = (account: string, verb: string, input: object): string => {
    const record = state.table(actorTable).find(account) ?? { organisation: "", roles: [] };
    const command = registry.commands.get(`identity.${verb}`);
    if (command === undefined) throw new Error(`no command ${verb}`);
    if (!command.allow.some(({ role }) => record.roles.includes(role))) return "NOT_ALLOWED";
    const context: CommandContext = {
      state,
      actor: { ...record, account, keyId: account },
      moment,
      id: "00".repeat(32),
    };
    const answer = command.run(context, input);
    if (answer === undefined) return "BODY_INVALID";
    if (isRefusal(answer)) return answer.refused;
    for (const event of answer) applyEvent({ state, registry, moment }, event);
    return "ok";
  };
  return { state, run };
}

describe("roles that exclude each other", () => {
  it("places every role of the ledger once", () => {
    const placed = [...Object.values(roleGroups).flat(), ...ungroupedRoles];
    expect(placed.toSorted()).toEqual([...roles].sort());
  });

  it("finds an exclusion exactly where two groups meet, for every set of roles", () => {
    const groupsOf = (held: readonly Role[]) =>
      Object.values(roleGroups).filter((group: readonly Role[]) => held.some((role) => group.includes(role))).length;
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...roles)), (held) => {
        expect(findExclusion(held) !== undefined).toBe(groupsOf(held) > 1);
      }),
    );
  });

  it("never lets any order of grants end with two groups in one hand", () => {
    const grant = fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 6 }), (grants) => {
        const { state, run } = scene();
        for (const list of grants) run(admin, "grantRoles", { account: clerk, roles: list });
        expect(findExclusion(state.table(actorTable).find(clerk)?.roles ?? [])).toBeUndefined();
      }),
    );
  });
});

describe("what identity refuses", () => {
  const person = { account: accountOf(4), organisation: "bureau", roles: ["operator"] };
  const rows: [code: string, account: string, verb: string, input: object][] = [
    ["ORGANISATION_EXISTS", admin, "registerOrganisation", { organisation: "street", name: { en: "S", zh: "街" } }],
    ["ORGANISATION_UNKNOWN", admin, "registerActor", { ...person, organisation: "nowhere" }],
    ["OTHER_ORGANISATION", admin, "registerActor", { ...person, organisation: "street" }],
    ["ACTOR_EXISTS", admin, "registerActor", { ...person, account: clerk }],
    ["ROLES_EXCLUDE", admin, "registerActor", { ...person, roles: ["operator", "auditor"] }],
    ["BODY_INVALID", admin, "registerActor", { ...person, roles: ["operator", "operator"] }],
    ["ACTOR_UNKNOWN", admin, "registerKey", { ...newKey, account: accountOf(9), fromHeight: 6 }],
    ["OTHER_ORGANISATION", admin, "registerKey", { ...newKey, account: stranger, fromHeight: 6 }],
    ["KEY_EXISTS", admin, "registerKey", { ...newKey, keyId: clerk, account: clerk, fromHeight: 6 }],
    ["KEY_MALFORMED", admin, "registerKey", { ...newKey, scheme: "p256", account: clerk, fromHeight: 6 }],
    ["HEIGHT_PAST", admin, "registerKey", { ...newKey, account: clerk, fromHeight: 5 }],
    ["KEY_UNKNOWN", clerk, "revokeKey", { keyId: accountOf(0x77), untilHeight: 6 }],
    ["KEY_NOT_YOURS", clerk, "revokeKey", { keyId: admin, untilHeight: 6 }],
    ["KEY_NOT_YOURS", stranger, "revokeKey", { keyId: clerk, untilHeight: 6 }],
    ["HEIGHT_PAST", clerk, "revokeKey", { keyId: clerk, untilHeight: 5 }],
    ["KEY_NOT_YOURS", stranger, "rotateKey", { ...newKey, oldKeyId: clerk, fromHeight: 6 }],
    ["OWN_ROLES", admin, "grantRoles", { account: admin, roles: ["donor"] }],
    ["ROLE_HELD", admin, "grantRoles", { account: clerk, roles: ["operator"] }],
    ["ROLES_EXCLUDE", admin, "grantRoles", { account: clerk, roles: ["regulator"] }],
    ["ROLE_NOT_HELD", admin, "withdrawRoles", { account: clerk, roles: ["donor"] }],
    ["LAST_ADMINISTRATOR", admin, "withdrawRoles", { account: admin, roles: ["administrator"] }],
    ["NOT_ALLOWED", clerk, "grantRoles", { account: clerk, roles: ["donor"] }],
    ["NOT_ALLOWED", clerk, "registerActor", person],
  ];
  for (const [code, account, verb, input] of rows) {
    it(`${verb}: ${code}`, () => expect(scene().run(account, verb, input)).toBe(code));
  }
});

describe("what identity does", () => {
  it("takes a new organisation in with its first administrator, who then registers its people", () => {
    const { state, run } = scene();
    expect(run(admin, "registerOrganisation", { organisation: "school", name: { en: "School", zh: "学校" } })).toBe(
      "ok",
    );
    const head = { account: accountOf(5), organisation: "school", roles: ["administrator"] };
    expect(run(admin, "registerActor", head)).toBe("ok");
    expect(run(admin, "registerActor", { ...head, account: accountOf(6) })).toBe("OTHER_ORGANISATION");
    expect(run(accountOf(5), "registerActor", { ...head, account: accountOf(6) })).toBe("ok");
    expect(state.table(organisationTable).find("school")?.administrators).toBe(2);
  });

  it("rotates a key at one height: the old one counts until then, the new one from there", () => {
    const { state, run } = scene();
    expect(run(clerk, "rotateKey", { ...newKey, oldKeyId: clerk, fromHeight: 9 })).toBe("ok");
    expect(state.table(keyTable).find(clerk)?.untilHeight).toBe(9);
    expect(state.table(keyTable).find(newKey.keyId)).toMatchObject({ account: clerk, fromHeight: 9 });
    expect(run(clerk, "revokeKey", { keyId: clerk, untilHeight: 20 })).toBe("KEY_REVOKED");
  });

  it("lets an administrator end a colleague's key, and anyone register a key for sealing", () => {
    const { state, run } = scene();
    expect(run(admin, "revokeKey", { keyId: clerk, untilHeight: 6 })).toBe("ok");
    expect(run(clerk, "registerSealingKey", { publicKey })).toBe("ok");
    expect(state.table(sealingKeyTable).find(clerk)).toEqual({ publicKey, fromHeight: 5 });
  });

  it("has one schema for each command", () => {
    const verbs = identity.commands.map(({ name }) => name.slice("identity.".length));
    expect(Object.keys(identityCommands).sort()).toEqual(verbs.sort());
  });

  it("does not found a ledger on roles that exclude each other", () => {
    const both = { account: admin, organisation: "a", roles: ["administrator", "auditor"] as const, keys: [] };
    expect(() => foundingEvents({ organisations: [], actors: [both] })).toThrow(RangeError);
  });
});
