import { describe, expect, it } from "vitest";
import { findTypedChange, type TypedChange, typedFrom } from "./typed-change.ts";

const empty = typedFrom(new URLSearchParams());
const found = (part: Partial<TypedChange>) => findTypedChange({ ...empty, ...part }, 2);

describe("a typed proposal", () => {
  it("begins as its address asks", () => {
    const asked = new URLSearchParams("kind=rule&of=freeze");
    expect(typedFrom(asked)).toMatchObject({ kind: "rule", of: "freeze" });
    expect(typedFrom(new URLSearchParams("kind=x&of=rule"))).toMatchObject({ kind: "parameter", of: "parameter" });
  });

  it("is a number of policy within its bounds", () => {
    const name = "workflow.submittedDays";
    expect(found({ name, value: "7" })).toEqual({ kind: "parameter", name, value: 7 });
    for (const value of ["", "0", "91", "1.5", "x"]) expect(found({ name, value }), value).toBeUndefined();
    expect(found({ name, isNone: true })).toBeUndefined();
    expect(found({ name: "nothing", value: "7" })).toBeUndefined();
  });

  it("is money of an organisation, or none", () => {
    const limit = { name: "identity.approvalLimit", organisation: "bureau" };
    const change = { kind: "parameter", name: limit.name, organisation: "bureau" };
    expect(found({ ...limit, value: "1,000.50" })).toEqual({ ...change, value: 100_050 });
    expect(found({ ...limit, isNone: true })).toEqual(change);
    expect(found({ ...limit, organisation: "", value: "1" })).toBeUndefined();
    expect(found({ name: "treasury.operatingBasisPoints", fund: "3", value: "250" })).toEqual({
      kind: "parameter",
      name: "treasury.operatingBasisPoints",
      fund: 3,
      value: 250,
    });
  });

  it("is a rule with whom it names", () => {
    expect(found({ kind: "rule", of: "freeze", threshold: "atLeast", count: "3", openDays: "2" })).toEqual({
      kind: "rule",
      of: "freeze",
      rule: { level: { kind: "members" }, threshold: { kind: "atLeast", count: 3 }, openDays: 2 },
    });
    expect(found({ kind: "rule", level: "role", levelRole: "leader", levelOrganisation: "a" })).toMatchObject({
      rule: { level: { kind: "role", role: "leader", organisation: "a" } },
    });
    expect(found({ kind: "rule", openDays: "91" })).toBeUndefined();
    expect(found({ kind: "rule", level: "role", levelRole: "king" })).toBeUndefined();
  });

  it("is about an organisation, a freeze, a roster", () => {
    expect(found({ kind: "admitMember", organisation: "a" })).toEqual({ kind: "admitMember", organisation: "a" });
    expect(found({ kind: "removeMember" })).toBeUndefined();
    expect(found({ kind: "roleScope", organisation: "a", roles: ["donor"] })).toBeDefined();
    expect(found({ kind: "roleScope", organisation: "a" })).toBeUndefined();
    expect(found({ kind: "liftFreeze", target: { kind: "fund", fund: 1 } })).toBeDefined();
    expect(found({ kind: "liftFreeze" })).toBeUndefined();
    for (const roster of ["", "{", "[]", "[{}]"]) expect(found({ kind: "roster", roster }), roster).toBeUndefined();
  });
});
