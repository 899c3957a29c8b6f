import type { Checkpoint } from "@mingbai/ledger/proofs/checkpoint";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { describe, expect, it } from "vitest";
import { judgeHandover, makeHandoverNote } from "./handover-note.ts";

const nodes = sceneNodes(5);
const roster = sceneRosterOf(nodes.slice(0, 4), { epoch: 1 });
const everybody = sceneRosterOf(nodes, { epoch: 1 });
const tree: Checkpoint = { origin: "ledger.example/1", size: 7, root: new Uint8Array(32).fill(7) };
const other: Checkpoint = { ...tree, root: new Uint8Array(32).fill(8) };

async function noteOf(number: number, of = tree, timeSeconds = 5) {
  const [member, node] = [everybody.members[number], nodes[number]];
  if (member === undefined || node === undefined) throw new RangeError(`no member ${number}`);
  const text = await makeHandoverNote(of, { member, keys: node, timeSeconds });
  return { file: `${member.organisation}.note`, text };
}

const judge = (notes: Parameters<typeof judgeHandover>[0]) => judgeHandover(notes, { tree, roster });
const sound = { missing: [], contradicting: [], useless: [] };

describe("the notes by which a network begins", () => {
  it("need one of every member: two thirds are not enough", async () => {
    const all = await Promise.all([0, 1, 2, 3].map((number) => noteOf(number)));
    expect(judge(all)).toEqual(sound);
    expect(judge(all.slice(0, 3))).toEqual({ ...sound, missing: ["member-3"] });
    expect(judge([])).toMatchObject({ missing: ["member-0", "member-1", "member-2", "member-3"] });
  });

  it("may stand in one file", async () => {
    const [first, second] = await Promise.all([noteOf(0), noteOf(1, tree, 9)]);
    const text = first.text + second.text.slice(second.text.indexOf("\n\n") + 2);
    expect(judge([{ file: "both.note", text }])).toEqual({ ...sound, missing: ["member-2", "member-3"] });
  });

  it("show two histories where one is over another root or another size, whatever else its member has signed", async () => {
    const all = await Promise.all([0, 1, 2, 3].map((number) => noteOf(number)));
    for (const shown of [other, { ...tree, size: 8 }]) {
      const { text } = await noteOf(2, shown);
      const verdict = judge([...all, { file: "odd.note", text }]);
      expect(verdict).toEqual({ ...sound, contradicting: [{ organisation: "member-2", file: "odd.note" }] });
    }
  });

  it("count for nothing where a stranger signed, or another ledger is meant, or a byte was changed", async () => {
    const [stranger, elsewhere, good] = await Promise.all([
      noteOf(4),
      noteOf(0, { ...tree, origin: "ledger.example/2" }),
      noteOf(1),
    ]);
    const changed = { file: "changed.note", text: good.text.replace("\n7\n", "\n8\n") };
    const verdict = judge([stranger, elsewhere, changed, { file: "text", text: "no note" }]);
    expect(verdict.useless).toEqual(["member-4.note", "member-0.note", "changed.note", "text"]);
    expect([verdict.missing.length, verdict.contradicting]).toEqual([4, []]);
  });
});
