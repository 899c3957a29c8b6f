import { type Role, roles } from "@mingbai/ledger/authority/role";
import { describe, expect, it } from "vitest";
import { foundingEvents } from "../founding-events.ts";
import { identity } from "../index.ts";
import { accountOf, nowMs, publicKey, sceneOf } from "./test-scene.ts";

/** Who is acted on, as seen from the actor. */
const relations = ["self", "colleague", "stranger"] as const;
type Relation = (typeof relations)[number];

const newKey = { keyId: accountOf(0x99), scheme: "ed25519", publicKey, fromHeight: 6 };
const untilMs = nowMs + 1_000;
const others = { colleague: accountOf(11), stranger: accountOf(12), deputy: accountOf(13) };

/** Each act on a person, and the codes by which a relation refuses it; any other answer means that the actor may. */
const acts: Readonly<Record<string, (target: string) => object>> = {
  grantRoles: (account) => ({ account, roles: ["donor"] }),
  withdrawRoles: (account) => ({ account, roles: ["donor"] }),
  appointDeputy: (deputyOf) => ({ account: others.deputy, deputyOf, roles: ["analyst"], untilMs }),
  handOver: (account) => ({ account, to: others.deputy, roles: ["analyst"] }),
  takeLeave: (account) => ({ account, untilMs }),
  returnFromLeave: (account) => ({ account }),
  registerKey: (account) => ({ ...newKey, account }),
  rotateKey: (account) => ({ ...newKey, oldKeyId: account }),
  revokeKey: (keyId) => ({ keyId, untilHeight: 6 }),
  describePerson: (account) => ({ account, details: "d1".repeat(32) }),
  confirmKey: (keyId) => ({ keyId }),
  proposeRecovery: (account) => ({ keyId: newKey.keyId, scheme: newKey.scheme, publicKey, account }),
};
const refusedByRelation = [
  "NOT_ALLOWED",
  "OTHER_ORGANISATION",
  "OWN_ROLES",
  "OWN_RECOVERY",
  "LEAVE_NOT_YOURS",
  "KEY_NOT_YOURS",
  "KEY_OF_OWNER",
  "OWN_KEY",
];

/** What administrators may do to whom; `self`: also everybody to themselves. */
const allowed: Readonly<Record<string, { administrator: readonly Relation[]; everybody: readonly Relation[] }>> = {
  grantRoles: { administrator: ["colleague"], everybody: [] },
  withdrawRoles: { administrator: ["self", "colleague"], everybody: [] },
  appointDeputy: { administrator: ["self", "colleague"], everybody: [] },
  handOver: { administrator: ["self", "colleague"], everybody: [] },
  takeLeave: { administrator: ["self", "colleague"], everybody: ["self"] },
  returnFromLeave: { administrator: ["self", "colleague"], everybody: ["self"] },
  registerKey: { administrator: ["self"], everybody: ["self"] },
  rotateKey: { administrator: ["self"], everybody: ["self"] },
  revokeKey: { administrator: ["self", "colleague"], everybody: ["self"] },
  describePerson: { administrator: ["self", "colleague"], everybody: [] },
  confirmKey: { administrator: ["colleague"], everybody: [] },
  proposeRecovery: { administrator: ["colleague"], everybody: [] },
};

/** Acts on one's own account or organisation, which the input does not name. */
const ofOneself = ["registerSealingKey", "placeOrganisation"];
/** Acts on what is shared by all organisations. */
const ofEverybody = ["registerOrganisation", "createAreas"];
/** Acts that their own tests try in every relation: on who is not registered yet, and on recoveries under way. */
const byOwnTests = ["registerActor", "approveRecovery", "stopRecovery"];

function run(role: Role, verb: string, relation: Relation): string {
  const actor = accountOf(10);
  const person = (account: string, organisation: string, held: readonly Role[]) => ({
    account,
    organisation,
    roles: held,
    keys: [{ keyId: account, scheme: "ed25519", publicKey }] as const,
  });
  const { run: act } = sceneOf(
    foundingEvents({
      organisations: ["bureau", "street"].map((id) => ({ id, name: { en: id, zh: id } })),
      actors: [
        person(actor, "bureau", [role]),
        person(others.colleague, "bureau", ["operator"]),
        person(others.deputy, "bureau", ["analyst"]),
        person(others.stranger, "street", ["operator"]),
      ],
    }),
  );
  const target = relation === "self" ? actor : others[relation];
  return act(actor, verb, acts[verb]?.(target) ?? {});
}

describe("role, command and relation", () => {
  it("is said of every command that there is", () => {
    const verbs = identity.commands.map(({ name }) => name.slice("identity.".length));
    expect([...Object.keys(acts), ...ofOneself, ...ofEverybody, ...byOwnTests].sort()).toEqual(verbs.sort());
    expect(Object.keys(allowed).sort()).toEqual(Object.keys(acts).sort());
  });

  it.each(Object.keys(acts))("%s: every role to oneself, a colleague, a stranger", (verb) => {
    for (const role of roles) {
      for (const relation of relations) {
        const { administrator = [], everybody = [] } = allowed[verb] ?? {};
        const may = everybody.includes(relation) || (role === "administrator" && administrator.includes(relation));
        const code = run(role, verb, relation);
        expect(!refusedByRelation.includes(code), `${role} ${relation}: ${code}`).toBe(may);
      }
    }
  });
});
