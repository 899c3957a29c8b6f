import type { Roster } from "@mingbai/ledger/genesis/roster";
import { followRosters } from "@mingbai/ledger/proofs/follow-rosters";
import { judgeMembers } from "@mingbai/ledger/proofs/judge-members";
import { findNote } from "@mingbai/ledger/proofs/note";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { sceneNodeOf, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { describe, expect, it } from "vitest";
import { TestCircle } from "./test-circle.ts";

const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
const nodes = names.map(sceneNodeOf);
const leavesPerEpoch = 10;
const longMs = 60_000;

/** One member goes and one comes with each epoch: after four, none of the first remain. */
const rosters: Roster[] = [0, 1, 2, 3, 4].map((epoch) => sceneRosterOf(nodes.slice(epoch, epoch + 4), { epoch }));

/** A tree is signed in each epoch; what a node that was there throughout has published. */
async function history() {
  const circle = new TestCircle({ seed: 21, nodes });
  for (const number of nodes.keys()) await circle.start(number);
  const sizes: number[] = [];
  for (const roster of rosters) {
    const fromSize = roster.epoch * leavesPerEpoch;
    await circle.setRoster(roster, { fromSize, fromHeight: fromSize });
    await circle.pass(longMs);
    sizes.push(fromSize + leavesPerEpoch);
    await circle.due(fromSize + leavesPerEpoch);
    await circle.pass(longMs);
  }
  return { circle, sizes };
}

const { circle, sizes } = await history();
const notes = circle.rostersOf(0);
const keysOf = ({ members }: Roster) => members.map((member) => organisationNoteKey(circle.origin, member));

function judge(
  text: string,
  size: number,
  { pinned = keysOf(rosters[0] ?? { epoch: 0, members: [] }), given = notes } = {},
) {
  const followed = followRosters({ texts: given, pinned, verify: verifyEd25519 });
  const note = findNote(text);
  if (followed.fault !== undefined || note === undefined) return { fault: followed.fault };
  return judgeMembers({ note, size, rosters: followed.trusted, verify: verifyEd25519 });
}

/** What these nodes would have signed of a tree, as members of an epoch whose ledger they make up. */
async function signedBy(epoch: number, size: number): Promise<string> {
  const forgers = new TestCircle({ seed: 22, nodes: nodes.slice(epoch, epoch + 4) });
  for (const number of forgers.nodes.keys()) await forgers.start(number);
  const roster = rosters[epoch];
  if (roster !== undefined) await forgers.setRoster({ ...roster, epoch: 0 }, { fromSize: 0, fromHeight: 0 });
  await forgers.due(size);
  await forgers.pass(longMs);
  return forgers.noteOf(0, size);
}

describe("rosters that change until none of the first members remain", () => {
  it("come together on every node, also those that have left", () => {
    expect(notes).toHaveLength(rosters.length);
    for (const number of nodes.keys()) expect(circle.rostersOf(number).length, names[number]).toBe(rosters.length);
  });

  it("lead from the first pinned keys to every checkpoint, old and new", () => {
    for (const size of sizes)
      expect(judge(circle.noteOf(0, size), size), `${size} leaves`).toMatchObject({ members: 4 });
  });

  it("may be pinned at any epoch, and then vouch for what was signed under those that two thirds of the keys keep", () => {
    const pinned = keysOf(rosters[3] ?? { epoch: 0, members: [] });
    const verdicts = sizes.map((size) => judge(circle.noteOf(0, size), size, { pinned }).fault);
    const missing = "PROOF_ROSTER_MISSING";
    expect(verdicts).toEqual([missing, missing, undefined, undefined, undefined]);
  });

  it("end where a node was away: it asks for the notes that it missed", async () => {
    const late = new TestCircle({ seed: 23, nodes });
    for (const number of [0, 1, 2, 3, 4]) await late.start(number);
    for (const roster of rosters.slice(0, 2)) {
      await late.setRoster(roster, {
        fromSize: roster.epoch * leavesPerEpoch,
        fromHeight: roster.epoch * leavesPerEpoch,
      });
    }
    await late.pass(longMs);
    await late.start(5);
    await late.pass(longMs);
    expect(late.rostersOf(5)).toHaveLength(2);
  });

  it.each([
    ["those who have all left", 0, 50, "PROOF_SIGNED_BY_LEAVER"],
    ["those half of whom have left", 2, 50, "PROOF_SIGNED_BY_LEAVER"],
    ["those who come later, for what was before them", 4, 10, "PROOF_SIGNED_BY_LEAVER"],
  ])("count the keys of %s for nothing", async (_name, epoch, size, fault) => {
    expect(judge(await signedBy(epoch, size), size)).toEqual({ fault });
  });

  it("refuse a checkpoint with too few of the members in force, or without their log's signature", () => {
    const note = circle.noteOf(0, 50);
    const lines = note.trimEnd().split("\n");
    const without = (isOut: (line: string) => boolean) => `${lines.filter((line) => !isOut(line)).join("\n")}\n`;
    const two = ["g", "h"].map((name) => `/${name} `);
    expect(
      judge(
        without((line) => two.some((name) => line.includes(name))),
        50,
      ),
    ).toEqual({ fault: "PROOF_TOO_FEW_MEMBERS" });
    const isLogs = (line: string) => line.startsWith(`— ${circle.origin} `);
    expect(judge(without(isLogs), 50)).toEqual({ fault: "PROOF_NOT_SIGNED_BY_LOG" });
    expect(judge(note.replace("\n50\n", "\n51\n"), 50)).toEqual({ fault: "PROOF_SIGNATURE_WRONG" });
  });

  it.each([
    ["one left out", () => notes.filter((_, epoch) => epoch !== 2), "ROSTER_NOT_FOLLOWING"],
    [
      "one forged by its own new members",
      () => notes.with(3, notes[3]?.replace(/— \S+\/[bcd] .*\n/g, "") ?? ""),
      "ROSTER_UNSIGNED",
    ],
    [
      "one with another power",
      () => notes.with(3, notes[3]?.replace('"power":1', '"power":9') ?? ""),
      "ROSTER_SIGNATURE_WRONG",
    ],
    ["none", () => [], "ROSTER_MALFORMED"],
  ])("are refused with %s", (_name, given, fault) => {
    expect(judge(circle.noteOf(0, 50), 50, { given: given() })).toEqual({ fault });
  });
});
