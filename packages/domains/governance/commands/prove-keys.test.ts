import { fromHex, toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";
import { lastRoster, rosterDelayHeights, rosterInForce } from "@mingbai/ledger/genesis/rosters";
import { describe, expect, it } from "vitest";
import { nextRoster, rosterKeyMessage } from "../changes/roster.ts";
import { people, type Scene, scene, words } from "../testing/test-scene.ts";

const { admin, adminB, adminC, operator } = people;
const chain = new Uint8Array(32);

/** Keys that the test holds, by their public halves. */
function member(organisation: string, number: number) {
  const signers = Array.from({ length: 5 }, (_, at) =>
    generateSigner("ed25519", new Uint8Array(32).fill(number * 5 + at)),
  );
  const [organisationKey = "", ackKey = "", logKey = "", cosignKey = "", consensusKey = ""] = signers.map(
    ({ publicKey }) => toHex(publicKey),
  );
  const row: RosterMember = { organisation, organisationKey, ackKey, logKey, cosignKey, consensusKey, power: 1 };
  return { row, signers };
}

const b = member("b", 2);
const c = member("c", 3);

async function proofsOf({ state }: Scene, members: readonly RosterMember[], { signers }: typeof b) {
  const message = rosterKeyMessage(chain, nextRoster(state, { members }));
  const id = new Uint8Array(32);
  return Promise.all(
    signers.map(async (signer) => ({
      publicKey: toHex(signer.publicKey),
      signature: toHex(await signer.sign({ message, id })),
    })),
  );
}

/** A proposal that has the votes, and waits for the keys of the new members alone. */
function voted(made: Scene, added: readonly (typeof b)[]) {
  const members = [...lastRoster(made.state).members, ...added.map(({ row }) => row)];
  const proposal = made.propose({ kind: "roster", members });
  for (const who of [admin, adminB, adminC]) made.vote(who, proposal);
  return { members, proposal };
}

describe("proveKeys", () => {
  it("is what a voted roster waits for; in force two heights later", async () => {
    const made = scene();
    const { members, proposal } = voted(made, [b, c]);
    const before = lastRoster(made.state).epoch;
    made.must(operator, "proveKeys", { proposal, proofs: await proofsOf(made, members, b) });
    expect([made.isOpen(proposal), lastRoster(made.state).epoch]).toEqual([true, before]);
    made.must(operator, "proveKeys", { proposal, proofs: await proofsOf(made, members, c) });
    expect(made.isOpen(proposal)).toBe(false);
    const { epoch, fromHeight } = lastRoster(made.state);
    expect(epoch).toBe(before + 1);
    expect(rosterInForce(made.state, fromHeight - 1).epoch).toBe(before);
    expect(rosterInForce(made.state, fromHeight).members.map(({ organisation }) => organisation)).toContain("c");
    expect(rosterDelayHeights).toBe(2);
  });

  it("takes a signature over this roster by this key, and nothing else", async () => {
    const made = scene();
    const { members, proposal } = voted(made, [b]);
    const good = await proofsOf(made, members, b);
    const other = await proofsOf(made, [...members].reverse(), b);
    const code = (proofs: typeof good, who = operator) => made.run(who, "proveKeys", { proposal, proofs }).code;
    expect(code(other)).toBe("PROOF_WRONG");
    expect(code(await proofsOf(made, members, c))).toBe("KEY_NOT_AWAITED");
    expect(code(good, admin)).toBe("NOT_ALLOWED");
    expect(code(good.slice(0, 4))).toBe("ok");
    expect(made.isOpen(proposal)).toBe(true);
    expect([code(good.slice(4)), code(good)]).toEqual(["ok", "PROPOSAL_CLOSED"]);
    const parameter = made.propose({ kind: "parameter", name: "workflow.passedDays", value: 3 });
    expect(made.run(operator, "proveKeys", { proposal: parameter, proofs: good }).code).toBe("NOT_AWAITED");
    expect(fromHex(good[0]?.publicKey ?? "")).toHaveLength(32);
  });

  it("is not needed of keys that stay, which are all that a member leaves behind", async () => {
    const made = scene();
    const { members, proposal } = voted(made, [b]);
    made.must(operator, "proveKeys", { proposal, proofs: await proofsOf(made, members, b) });
    made.wait(1);
    const leaving = { kind: "roster", members: members.filter(({ organisation }) => organisation !== "b") } as const;
    const next = made.propose(leaving, { base: 1 });
    for (const who of [admin, adminB, adminC]) made.vote(who, next);
    expect(lastRoster(made.state).members.map(({ organisation }) => organisation)).not.toContain("b");
  });
});

describe("a proposed roster", () => {
  it("names members only, and nothing twice", () => {
    const made = scene();
    const code = (...members: RosterMember[]) =>
      made.run(people.manager, "propose", { change: { kind: "roster", members }, base: 0, words }).code;
    expect(code(member("e", 5).row)).toBe("NOT_A_MEMBER");
    expect(code(b.row, b.row)).toBe("ROSTER_TWICE");
    expect(code(b.row, { ...c.row, ackKey: b.row.logKey })).toBe("ROSTER_TWICE");
    expect(code(b.row)).toBe("ok");
  });

  it("keeps a member in the alliance as long as it keeps the ledger", async () => {
    const made = scene();
    const { members, proposal } = voted(made, [b]);
    made.must(operator, "proveKeys", { proposal, proofs: await proofsOf(made, members, b) });
    const removal = { change: { kind: "removeMember", organisation: "b" }, base: 0, words } as const;
    expect(made.run(people.manager, "propose", removal).code).toBe("MEMBER_KEEPS_LEDGER");
  });
});
