import { toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { eraBaseOf, findEra } from "@mingbai/ledger/genesis/era";
import { type RosterMember, rosterKeys } from "@mingbai/ledger/genesis/roster";
import { lastRoster, rosterInForce } from "@mingbai/ledger/genesis/rosters";
import { describe, expect, it } from "vitest";
import { nextRoster, rosterKeyMessage } from "../changes/roster.ts";
import { people, quota, type Scene, scene, words } from "../testing/test-scene.ts";

const { admin, adminB, adminC, manager, operator } = people;
const chain = new Uint8Array(32);

function newMember(organisation: string, number: number) {
  const signers = rosterKeys.map((_, at) => generateSigner("ed25519", new Uint8Array(32).fill(number * 5 + at)));
  const [organisationKey = "", ackKey = "", logKey = "", cosignKey = "", consensusKey = ""] = signers.map(
    ({ publicKey }) => toHex(publicKey),
  );
  const row: RosterMember = { organisation, organisationKey, ackKey, logKey, cosignKey, consensusKey, power: 1 };
  return { row, signers };
}

const added = [newMember("b", 2), newMember("c", 3)];
const membersOf = ({ state }: Scene) => [...lastRoster(state).members, ...added.map(({ row }) => row)];

async function proofsOf({ state }: Scene, members: readonly RosterMember[], { signers }: (typeof added)[number]) {
  const message = rosterKeyMessage(chain, nextRoster(state, { members }));
  const id = new Uint8Array(32);
  return Promise.all(
    signers.map(async (signer) => ({
      publicKey: toHex(signer.publicKey),
      signature: toHex(await signer.sign({ message, id })),
    })),
  );
}

/** Votes it through and shows all keys. */
async function handOver(made: Scene) {
  const members = membersOf(made);
  const proposal = made.propose({ kind: "handOver", members });
  for (const who of [admin, adminB, adminC]) made.vote(who, proposal);
  expect(findEra(made.state)).toBeUndefined();
  for (const member of added) {
    made.must(operator, "proveKeys", { proposal, proofs: await proofsOf(made, members, member) });
  }
  return members;
}

describe("a ledger that one organisation keeps", () => {
  it("goes over to several with the block in which the last key is shown; they are in force from the next height", async () => {
    const made = scene({ demo: false });
    const before = lastRoster(made.state);
    const members = await handOver(made);
    const base = eraBaseOf(made.state);
    expect(findEra(made.state)).toMatchObject({
      base,
      timeMs: made.now(),
      roster: { epoch: before.epoch + 1, members },
    });
    expect(rosterInForce(made.state, base).epoch).toBe(before.epoch);
    expect(rosterInForce(made.state, base + 1).members).toEqual(members);
  });

  it("goes over once", async () => {
    const made = scene({ demo: false });
    const members = await handOver(made);
    const again = { change: { kind: "handOver", members }, base: 1, words } as const;
    expect(made.run(manager, "propose", again).code).toBe("KEPT_BY_SEVERAL");
  });

  it.each([
    ["DEMO_STAYS_ALONE", true, membersOf],
    ["KEEPER_STAYS", false, (made: Scene) => membersOf(made).slice(1)],
    ["NOBODY_ELSE", false, (made: Scene) => membersOf(made).slice(0, 1)],
    ["NOT_A_MEMBER", false, (made: Scene) => [...membersOf(made), newMember("e", 5).row]],
    ["ROSTER_TWICE", false, (made: Scene) => [...membersOf(made), ...membersOf(made).slice(1)]],
  ])("refuses with %s", (code, demo, members) => {
    const made = scene({ demo });
    expect(
      made.run(manager, "propose", { change: { kind: "handOver", members: members(made) }, base: 0, words }).code,
    ).toBe(code);
  });

  it("does not go over where a network of one member orders it: a roster names the others there", async () => {
    const made = scene({ demo: false, network: true });
    const members = membersOf(made);
    const asked = { change: { kind: "handOver", members }, base: 0, words } as const;
    expect(made.run(manager, "propose", asked).code).toBe("ORDERED_BY_NETWORK");
    expect(made.run(manager, "propose", { ...asked, change: { kind: "roster", members } }).code).toBe("ok");
  });

  it("leaves nothing of a proposal for a roster that was made before", async () => {
    const made = scene({ demo: false });
    const roster = made.propose({ kind: "roster", members: membersOf(made) });
    const other = made.propose(quota(60_000));
    await handOver(made);
    expect([made.isOpen(roster), made.isOpen(other)]).toEqual([false, true]);
  });
});
