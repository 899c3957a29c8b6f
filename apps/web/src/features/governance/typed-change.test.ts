import { sampleRoster } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { draftOf, withPower } from "./roster/roster-draft.ts";
import { findTypedChange, type TypedChange, typedFrom } from "./typed-change.ts";

const { members } = sampleRoster;
const empty = typedFrom(new URLSearchParams(), members);
const found = (part: Partial<TypedChange>) => findTypedChange({ ...empty, ...part }, 2);

describe("a typed proposal", () => {
  it("begins as its address asks", () => {
    const asked = new URLSearchParams("kind=rule&of=freeze");
    expect(typedFrom(asked, members)).toMatchObject({ kind: "rule", of: "freeze" });
    expect(typedFrom(new URLSearchParams("kind=x&of=rule"), members)).toMatchObject({
      kind: "parameter",
      of: "parameter",
    });
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

  it("is about an organisation or a freeze", () => {
    expect(found({ kind: "admitMember", organisation: "a" })).toEqual({ kind: "admitMember", organisation: "a" });
    expect(found({ kind: "removeMember" })).toBeUndefined();
    expect(found({ kind: "roleScope", organisation: "a", roles: ["donor"] })).toBeDefined();
    expect(found({ kind: "roleScope", organisation: "a" })).toBeUndefined();
    expect(found({ kind: "liftFreeze", target: { kind: "fund", fund: 1 } })).toBeDefined();
    expect(found({ kind: "liftFreeze" })).toBeUndefined();
  });

  it("is about a tie to another ledger, which a file names or the address", () => {
    const ledger = "ab".repeat(32);
    const asked = new URLSearchParams(`kind=tie&act=close&ledger=${ledger}`);
    const { tie } = typedFrom(asked, members);
    expect(found({ kind: "tie", tie })).toEqual({ kind: "tie", tie: { kind: "close", ledger } });
    expect(found({ kind: "tie" })).toBeUndefined();
    const opened = { text: "a note", ledger, epoch: 0, members };
    const join = { ...tie, act: "join", name: " 南浦县 ", opened, funds: [{ own: "1", theirs: "7" }] } as const;
    const joined = {
      kind: "join",
      ledger,
      as: "child",
      name: "南浦县",
      roster: "a note",
      funds: [{ own: 1, theirs: 7 }],
    };
    expect(found({ kind: "tie", tie: join })).toEqual({ kind: "tie", tie: joined });
    expect(found({ kind: "tie", tie: { ...join, funds: [{ own: "1", theirs: "" }] } })).toBeUndefined();
  });

  it("is a roster, made from the one in force", () => {
    const roster = draftOf(members);
    expect(typedFrom(new URLSearchParams("kind=roster&leaves=office"), members).roster).toMatchObject([
      { leaves: true },
    ]);
    expect(found({ kind: "roster", roster: withPower(roster, "office", "3") })).toEqual({
      kind: "roster",
      members: members.map((member) => ({ ...member, power: 3 })),
    });
    expect(found({ kind: "handOver", roster })).toEqual({ kind: "handOver", members });
    for (const power of ["", "0", "1.5", "x", "1000001"]) {
      expect(found({ kind: "roster", roster: withPower(roster, "office", power) }), power).toBeUndefined();
    }
    expect(found({ kind: "roster", roster: draftOf(members, "office") })).toBeUndefined();
  });
});
