import { fromHex } from "@mingbai/codec/hex";
import { sceneNodeOf, sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { sceneRosterNotes } from "@mingbai/testkit/ledger-scene/scene-roster-notes";
import { describe, expect, it } from "vitest";
import { type Asking, readRosterFile } from "./read-roster-file.ts";

const ledger = "44".repeat(32);
const origin = "mingbai.example/4444444444444444";
const log = { origin, chain: fromHex(ledger) };
const four = sceneNodes(4);
const later = [...four.slice(1), sceneNodeOf("newcomer")];
const [first = "", second = "", third = ""] = await sceneRosterNotes(
  [
    { nodes: four, fromHeight: 0 },
    { nodes: later, fromHeight: 10 },
    { nodes: four, fromHeight: 20 },
  ],
  log,
);
const joining: Asking = { own: "55".repeat(32), known: [], change: undefined };
const approved = {
  origin,
  fromSize: 0,
  fromHeight: 0,
  roster: { epoch: 0, members: [...sceneRosterOf(four).members] },
};
const changing: Asking = { ...joining, change: { ledger, approved } };
const tie = {
  ...{ ledger, name: "东溪县", as: "child", state: "open", origin, assurance: "byzantine", members: 4, size: 1 },
  ...{ noteMs: null, funds: [], flows: [], underWay: 0, settled: 0, frozenBy: null, totals: null },
} as const satisfies object;
const open = (text: string, asking: Asking) => readRosterFile(new Blob([text]), asking);
/** The same note without its last signature. */
const cut = (text: string) => text.slice(0, text.trimEnd().lastIndexOf("\n") + 1);

describe("the file of another ledger's roster", () => {
  it("says which ledger it is and who keeps it, where every signature holds", async () => {
    const { members } = sceneRosterOf(four);
    expect(await open(first, joining)).toEqual({ text: first, ledger, epoch: 0, members });
    // Also a later one that all its members have signed.
    expect(await open(second, joining)).toMatchObject({ ledger, epoch: 1 });
  });

  it("is the next one of a ledger that is tied, where it follows the one approved last", async () => {
    expect(await open(second, changing)).toMatchObject({ ledger, epoch: 1 });
    // More than two thirds of those before and all who are new are enough.
    const [, ofThree = ""] = await sceneRosterNotes(
      [
        { nodes: four, fromHeight: 0 },
        { nodes: four.slice(1), fromHeight: 10 },
      ],
      log,
    );
    expect(await open(ofThree, changing)).toMatchObject({ epoch: 1 });
  });

  it.each<[string, string, Asking, object]>([
    ["too large", " ".repeat(70_000), joining, { why: "tooLarge" }],
    ["no roster", "mingbai.example/1\n4\nabc\n", joining, { why: "notRoster" }],
    ["saved with other line ends", first.replaceAll("\n", "\r\n"), joining, { why: "notRoster" }],
    ["this ledger's", first, { ...joining, own: ledger }, { why: "self" }],
    [
      "of one that is tied",
      first,
      { ...joining, known: [tie] as Asking["known"] },
      { why: "known", name: "东溪县", ledger },
    ],
    ["signed by too few", cut(first), joining, { why: "unsigned" }],
    ["altered", first.replace('"power":1', '"power":2'), joining, { why: "unsigned" }],
    ["of a later epoch and signed as that one asks", cut(second), joining, { why: "laterEpoch", epoch: 1 }],
    [
      "of another ledger",
      first,
      { ...changing, change: { ledger: "66".repeat(32), approved } },
      { why: "otherLedger" },
    ],
    ["approved already", first, changing, { why: "notNext", epoch: 0, approved: 0, next: 1 }],
    ["an epoch too far", third, changing, { why: "notNext", epoch: 2, approved: 0, next: 1 }],
    ["not signed by the newcomer", cut(second), changing, { why: "unsigned" }],
  ])("is refused where it is %s", async (_name, text, asking, fault) => {
    expect(await open(text, asking)).toEqual(fault);
  });
});
