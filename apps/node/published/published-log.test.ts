import { followRosters } from "@mingbai/ledger/proofs/follow-rosters";
import { judgeMembers } from "@mingbai/ledger/proofs/judge-members";
import { findNote } from "@mingbai/ledger/proofs/note";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { describe, expect, it } from "vitest";
import { logOrigin } from "./published-log.ts";
import { TestPublishedCircle } from "./test-published-circle.ts";

const startMs = 1_750_000_000_000;
const at = (height: number, ms: number, leaves = 0) => ({ height, timeMs: startMs + ms, leaves });
const longMs = 60_000;

describe("the trees that members publish", () => {
  it("are the last of each quarter second of block time, on all the same, however late each executes", async () => {
    const circle = new TestPublishedCircle({ seed: 1, nodes: sceneNodes(4) });
    await circle.startAll();
    const blocks = [
      at(1, 0, 3),
      at(2, 100, 2),
      at(3, 249, 1),
      at(4, 251, 4),
      at(5, 400),
      at(6, 500),
      at(7, 1_700, 1),
      at(8, 2_000),
    ];
    for (const block of blocks) {
      await circle.decide(block, [0, 1, 2]);
      await circle.pass(20);
    }
    await circle.pass(longMs);
    for (const block of blocks) await circle.decide(block, [3]);
    await circle.pass(longMs);
    for (const number of [0, 1, 2]) expect(await circle.sizesOf(number), `member ${number}`).toEqual([6, 10, 11]);
    expect(circle.get(3).latest?.size).toBe(11);
    expect(findNote(circle.get(0).latest?.text ?? "")?.signatures).toHaveLength(8);
    expect(circle.fatal).toEqual([]);
  });

  it("wait for a later quarter, and for two thirds of the members", async () => {
    const circle = new TestPublishedCircle({ seed: 2, nodes: sceneNodes(4) });
    await circle.startAll();
    await circle.decide(at(1, 0, 3));
    await circle.decide(at(2, 200));
    await circle.pass(longMs);
    expect(circle.get(0).latest).toBe(undefined);
    await circle.decide(at(3, 300), [0, 1]);
    await circle.pass(longMs);
    expect(circle.get(0).latest).toBe(undefined);
    await circle.decide(at(3, 300), [2]);
    await circle.pass(longMs);
    for (const number of [0, 1, 2]) expect(circle.get(number).latest).toMatchObject({ size: 3, height: 1 });
  });

  it("go on where a member is killed between blocks: it signs again, and finds what it missed", async () => {
    const circle = new TestPublishedCircle({ seed: 3, nodes: sceneNodes(4) });
    await circle.startAll();
    await circle.decide(at(1, 0, 3));
    await circle.decide(at(2, 300, 2));
    await circle.pass(longMs);
    circle.crash(0);
    circle.crash(1);
    await circle.decide(at(3, 600, 5));
    await circle.pass(longMs);
    expect(circle.get(2).latest?.size).toBe(3);
    await circle.start(0);
    await circle.start(1);
    await circle.decide(at(4, 900));
    await circle.pass(longMs);
    for (const number of circle.running) expect(circle.get(number).latest?.size, `member ${number}`).toBe(10);
    expect(circle.fatal).toEqual([]);
    expect(circle.get(2).contradicting).toEqual([]);
  });

  it("name who signed another tree, also after a restart", async () => {
    const circle = new TestPublishedCircle({ seed: 4, nodes: sceneNodes(4) });
    await circle.startAll();
    // Of as many leaves, but not the same ones.
    await circle.decide(at(1, 0, 3), [0, 1, 2]);
    await circle.decide({ ...at(1, 0, 3), salt: 1 }, [3]);
    await circle.decide(at(2, 300));
    await circle.pass(longMs);
    expect(circle.get(0).latest?.size).toBe(3);
    for (const number of [0, 1, 2]) expect(circle.get(number).contradicting).toEqual(["member-3"]);
    circle.crash(0);
    await circle.start(0);
    expect(circle.get(0).contradicting).toEqual(["member-3"]);
  });
});

describe("rosters that the ledger sets", () => {
  it("come together as notes, and lead from the first keys to checkpoints of members who all came later", async () => {
    const nodes = sceneNodes(8);
    const circle = new TestPublishedCircle({ seed: 5, nodes, founders: 4 });
    await circle.startAll();
    let height = 0;
    for (let epoch = 1; epoch <= 4; epoch++) {
      const roster = sceneRosterOf(nodes.slice(epoch, epoch + 4), { epoch });
      await circle.decide({ ...at(++height, height * 300, 2), roster });
      for (let more = 0; more < 3; more++) await circle.decide(at(++height, height * 300, more % 2));
      await circle.pass(longMs);
    }
    await circle.decide(at(++height, height * 300, 1));
    await circle.decide(at(++height, height * 300));
    await circle.pass(longMs);
    const origin = logOrigin(circle.chain);
    const pinned = circle.genesis.roster.members.map((member) => organisationNoteKey(origin, member));
    for (const number of circle.running) {
      const { latest } = circle.get(number);
      const { size = 0, text = "" } = latest ?? {};
      const texts = circle.get(number).rosterNotes(size);
      expect(texts, `member ${number}`).toHaveLength(5);
      const followed = followRosters({ texts, pinned, verify: verifyEd25519 });
      const note = findNote(text);
      if (followed.fault !== undefined || note === undefined) throw new Error(`${followed.fault} on ${number}`);
      const verdict = judgeMembers({ note, size, rosters: followed.trusted, verify: verifyEd25519 });
      expect(verdict, `member ${number}`).toEqual({ fault: undefined, members: 4 });
      expect(followed.notes.map(({ fromHeight }) => fromHeight)).toEqual([0, 3, 7, 11, 15]);
      expect(followed.notes.map(({ fromSize }) => fromSize)).toEqual([0, 2, 5, 8, 11]);
    }
    expect(circle.fatal).toEqual([]);
  });
});
