import { concat } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import { sceneNodeOf, sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { random } from "@mingbai/testkit/random";
import { roughLinks } from "@mingbai/testkit/simulated-network/link-faults";
import { describe, expect, it } from "vitest";
import { encodeAsk } from "./ask.ts";
import { cosigningFrames } from "./frame-type.ts";
import { treesMax } from "./limits.ts";
import { cosignersIn, rootOf, TestCircle, treeOf } from "./test-circle.ts";
import { encodeVote, makeVote, voteFrameBytes } from "./vote.ts";

const four = sceneNodes(4);
const all = four.map(({ organisation }) => organisation);
const longMs = 60_000;

async function circleOfFour(seed: number, parts: { faults?: typeof roughLinks; running?: readonly number[] } = {}) {
  const circle = new TestCircle({ seed, nodes: four, ...(parts.faults && { faults: parts.faults }) });
  for (const number of parts.running ?? [0, 1, 2, 3]) await circle.start(number);
  // What is sent before two nodes see each other is lost.
  await circle.pass(10);
  await circle.setRoster(sceneRosterOf(four), { fromSize: 0, fromHeight: 0 });
  return circle;
}

describe("members who sign the same trees", () => {
  it.each([1, 2, 3])(
    "come to one checkpoint with all signatures, whatever links lose, double and replay: seed %i",
    async (seed) => {
      const circle = await circleOfFour(seed, { faults: roughLinks });
      for (const size of [3, 8, 20]) {
        await circle.due(size);
        await circle.pass(250);
      }
      await circle.pass(longMs);
      for (const number of circle.running) {
        expect(cosignersIn(circle.get(number).proven.get(20)), `member ${number}, seed ${seed}`).toEqual(all);
        expect(circle.rostersOf(number), `member ${number}, seed ${seed}`).toHaveLength(1);
      }
    },
  );

  it("publish with one of four withholding, not with two, and let later signatures join", async () => {
    const circle = await circleOfFour(4, { running: [0, 1] });
    await circle.due(5);
    await circle.pass(longMs);
    expect(circle.get(0).proven.size).toBe(0);
    await circle.start(2);
    await circle.due(5, { on: [2] });
    await circle.pass(longMs);
    for (const number of [0, 1, 2]) expect(cosignersIn(circle.get(number).proven.get(5))).toEqual(all.slice(0, 3));
    await circle.start(3);
    await circle.due(5, { on: [3] });
    await circle.pass(longMs);
    for (const number of [0, 1, 2, 3]) expect(cosignersIn(circle.get(number).proven.get(5))).toEqual(all);
  });

  it("sign with votes that came before their own tree fell due", async () => {
    const circle = await circleOfFour(5);
    await circle.due(7, { on: [0, 1, 2] });
    await circle.pass(20);
    expect(circle.get(3).proven.size).toBe(0);
    await circle.due(7, { on: [3] });
    expect(cosignersIn(circle.get(3).proven.get(7))).toEqual(all);
  });

  it("keep what one signed against the ledger, and go on without it", async () => {
    const circle = await circleOfFour(6);
    const other = rootOf(1_000);
    await circle.due(5, { on: [3], root: other });
    await circle.due(5, { on: [0, 1, 2] });
    await circle.pass(longMs);
    for (const number of [0, 1, 2]) {
      const { proven, evidence } = circle.get(number);
      expect(cosignersIn(proven.get(5))).toEqual(all.slice(0, 3));
      expect(evidence).toMatchObject([{ organisation: "member-3", vote: { size: 5, root: other }, root: rootOf(5) }]);
    }
    expect(
      circle
        .get(3)
        .evidence.map(({ organisation }) => organisation)
        .sort(),
    ).toEqual(all.slice(0, 3));
    expect(circle.get(3).proven.size).toBe(0);
  });

  it("give on what a third needs where two cannot reach each other", async () => {
    const circle = await circleOfFour(7);
    for (const [from, to] of [
      [0, 1],
      [1, 0],
    ] as const)
      circle.network.cut({ from, to });
    await circle.due(9);
    await circle.pass(longMs);
    for (const number of circle.running) expect(cosignersIn(circle.get(number).proven.get(9))).toEqual(all);
  });
});

describe("a member that is killed", () => {
  it("signs the same tree again, no smaller one, and no other root of that size", async () => {
    const circle = await circleOfFour(8, { running: [0, 1] });
    await circle.due(6, { on: [0] });
    circle.crash(0);
    const { cosigning } = await circle.start(0);
    await cosigning.treeDue(treeOf(4));
    await circle.due(4, { on: [1] });
    await circle.pass(longMs);
    expect(circle.get(1).cosigning.evidence).toEqual([]);
    await expect(cosigning.treeDue(treeOf(6, rootOf(99)))).rejects.toThrow("another root of 6 leaves");
    circle.crash(0);
    await circle.start(0);
    for (const number of [2, 3]) await circle.start(number);
    await circle.due(6, { on: [0, 1, 2, 3] });
    await circle.pass(longMs);
    for (const number of circle.running) expect(cosignersIn(circle.get(number).proven.get(6))).toEqual(all);
  });

  it("gives no signature away for a tree that is smaller than one it signed", async () => {
    const circle = await circleOfFour(9);
    await circle.due(6, { on: [0] });
    circle.crash(0);
    await circle.start(0);
    const votes: number[] = [];
    circle.network.onSent(
      ({ from }, frame) => from === 0 && frame[0] === cosigningFrames.vote && votes.push(frame.length),
    );
    await circle.due(4, { on: [0] });
    await circle.pass(10);
    expect(votes).toEqual([]);
  });
});

describe("what a liar sends", () => {
  const roster = sceneRosterOf(four);
  const vote = (size: number, by = 3, root = rootOf(size)) => {
    const [keys, member] = [four[by], roster.members[by]];
    if (keys === undefined || member === undefined) throw new RangeError("no such member");
    return makeVote(treeOf(size, root), { epoch: 0, number: by, member, keys, timeSeconds: 1 });
  };

  it("counts for nothing: another's name, another epoch, a changed byte, no member's number", async () => {
    const circle = await circleOfFour(10, { running: [0] });
    await circle.due(5);
    const { cosigning, proven, evidence } = circle.get(0);
    const good = await vote(5);
    const forged = [
      { ...good, member: 1 },
      { ...good, member: 200 },
      { ...good, epoch: 1 },
      { ...good, cosignature: good.cosignature.map((byte, at) => (at === 30 ? byte ^ 1 : byte)) },
      { ...good, logSignature: new Uint8Array(64) },
      { ...good, root: rootOf(6) },
    ];
    for (const one of forged) cosigning.take(3, encodeVote(one));
    for (const by of [1, 2, 3]) cosigning.take(by, encodeVote({ ...(await vote(5, by)), size: 4 }));
    expect({ proven: proven.size, evidence }).toEqual({ proven: 0, evidence: [] });
    for (const by of [1, 2]) cosigning.take(3, encodeVote(await vote(5, by)));
    expect(cosignersIn(proven.get(5))).toEqual(all.slice(0, 3));
  });

  it("is not listened to after some hundred lies, while the others are", async () => {
    const circle = await circleOfFour(11, { running: [0] });
    await circle.due(5);
    const { cosigning, proven } = circle.get(0);
    const dice = random(11);
    for (let tries = 0; tries < 2_000; tries++) {
      const frame = concat(
        Uint8Array.of(cosigningFrames.vote + dice.below(3)),
        dice.bytes(dice.below(voteFrameBytes + 40)),
      );
      expect(cosigning.take(3, frame)).toBe(true);
    }
    cosigning.take(3, encodeVote(await vote(5, 1)));
    cosigning.take(3, encodeVote(await vote(5, 2)));
    expect(proven.size).toBe(0);
    for (const by of [1, 2]) cosigning.take(by, encodeVote(await vote(5, by)));
    expect(cosignersIn(proven.get(5))).toEqual(all.slice(0, 3));
  });

  it("of trees far ahead crowds out nobody else's votes", async () => {
    const circle = await circleOfFour(12, { running: [0] });
    const { cosigning, proven } = circle.get(0);
    for (const by of [1, 2]) cosigning.take(by, encodeVote(await vote(5, by)));
    const far = await vote(5);
    for (let size = 10; size < 3_000; size++) cosigning.take(3, encodeVote({ ...far, size }));
    await circle.due(5);
    expect(cosignersIn(proven.get(5))).toEqual(all.slice(0, 3));
  });

  it("asked for again and again is answered now and then, with the newest trees only", async () => {
    const circle = await circleOfFour(13, { running: [0, 1] });
    for (let size = 1; size < 40; size++) await circle.due(size, { on: [0] });
    await circle.pass(1_000);
    let frames = 0;
    circle.network.onSent(({ from }) => {
      if (from === 0) frames++;
    });
    for (let tries = 0; tries < 1_000; tries++)
      circle.get(0).cosigning.take(1, encodeAsk({ fromSize: 0, fromEpoch: 0 }));
    expect(frames).toBeGreaterThan(0);
    expect(frames).toBeLessThanOrEqual(treesMax + 1);
  });

  it("is not told to others as the note of a roster", async () => {
    const circle = await circleOfFour(14, { running: [0] });
    const { cosigning, rosters, book } = circle.get(0);
    const strangers = new TestCircle({ seed: 15, nodes: [sceneNodeOf("stranger")] });
    await strangers.start(0);
    await strangers.setRoster(sceneRosterOf(strangers.nodes), { fromSize: 0, fromHeight: 0 });
    const [note = ""] = strangers.rostersOf(0);
    cosigning.take(3, concat(Uint8Array.of(cosigningFrames.rosterNote), new TextEncoder().encode(note)));
    expect(rosters).toEqual([]);
    expect(book.findOfSize(1)?.roster).toEqual(roster);
    expect(fromHex(roster.members[0]?.logKey ?? "")).toEqual(four[0]?.log.publicKey);
  });
});
