import { type Role, roles } from "@mingbai/ledger/authority/role";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundingEvents } from "../founding-events.ts";
import { identity } from "../index.ts";
import { findExclusion, roleGroups, ungroupedRoles } from "../role-groups.ts";
import { identityCommands } from "../schema.ts";
import { admin } from "./test-scene.ts";

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
});

describe("the domain", () => {
  it("has one schema for each command", () => {
    const verbs = identity.commands.map(({ name }) => name.slice("identity.".length));
    expect(Object.keys(identityCommands).sort()).toEqual(verbs.sort());
  });

  it("does not found a ledger on roles that exclude each other", () => {
    const both = { account: admin, organisation: "a", roles: ["administrator", "auditor"] as const, keys: [] };
    expect(() => foundingEvents({ organisations: [], actors: [both] })).toThrow(RangeError);
  });
});
