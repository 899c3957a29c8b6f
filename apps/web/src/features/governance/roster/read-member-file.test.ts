import { rosterMember as member } from "@mingbai/testkit/browser/mock/mock-governance";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readMemberFile } from "./read-member-file.ts";

const { organisation: id, power: _, ...keys } = member("audit");
const entry = {
  id,
  name: { zh: "审计局", en: "Audit Office" },
  host: "audit.city.example",
  keys: { ...keys, p2pKey: "0f".repeat(32) },
  administrator: { account: "0123456789abcdef", publicKey: "1f".repeat(32) },
};

const known = [member("bank", 2)];

describe("the public file of a member", () => {
  it("is what cluster key prints, alone, in a list, or in a members.yaml", async () => {
    const read = { members: [member("audit")] };
    expect(await readMemberFile(stringify([entry]), known)).toEqual(read);
    expect(await readMemberFile(stringify(entry), known)).toEqual(read);
    expect(
      await readMemberFile(stringify({ ledger: { name: "x" }, members: [{ ...entry, power: 3 }] }), known),
    ).toEqual({
      members: [member("audit", 3)],
    });
  });

  it("may be the roster that cluster hand-over prints", async () => {
    const members = [member("audit"), member("bank", 2)];
    expect(await readMemberFile(JSON.stringify(members, undefined, 2), known)).toEqual({ members });
  });

  it("of one who is on the roster may name only the keys that change", async () => {
    const ackKey = "ff".repeat(32);
    const text = stringify([{ id: "bank", keys: { ackKey } }]);
    expect(await readMemberFile(text, known)).toEqual({ members: [{ ...member("bank", 2), ackKey }] });
    expect(await readMemberFile(text, [])).toMatchObject({
      why: "wrongEntry",
      fields: expect.not.arrayContaining(["ackKey"]),
    });
  });

  it.each([
    ["is no list of anything", "hello", { why: "nobody" }],
    ["is empty", "", { why: "nobody" }],
    ["is a key file", JSON.stringify({ format: "mingbai-key", cipher: "x" }), { why: "nobody" }],
    ["cannot be understood", "- id: a\n  keys: {a: [}\n", { why: "unreadable", line: 2 }],
    ["has no keys", stringify([{ ...entry, keys: undefined }]), { why: "noKeys", organisation: "audit" }],
    [
      "has a key that is none",
      stringify([{ ...entry, keys: { ...keys, ackKey: "xy" } }]),
      { why: "wrongEntry", organisation: "audit", fields: ["ackKey"] },
    ],
    [
      "has no votes",
      JSON.stringify([{ ...member("audit"), power: 0 }]),
      { why: "wrongEntry", organisation: "audit", fields: ["power"] },
    ],
    ["points at itself", "&a {id: x, keys: *a}", { why: "unreadable", line: 1 }],
  ])("is refused where it %s", async (_name, text, fault) => {
    expect(await readMemberFile(text, known)).toEqual(fault);
  });
});
