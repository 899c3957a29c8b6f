import type { TieView } from "@mingbai/levels/views";
import { sampleRoster } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { findTie, findTieFault, fundRows, type TieDraft, tieDraftFrom, withOther } from "./tie-draft.ts";

const { members } = sampleRoster;
const tie: TieView = {
  ledger: "11".repeat(32),
  as: "child",
  name: "东溪县",
  origin: "mingbai.example/11",
  state: "open",
  assurance: "byzantine",
  members: 4,
  size: 9,
  noteMs: 1,
  funds: [{ own: 1, theirs: 7 }],
  flows: [],
  underWay: 0,
  settled: 0,
  frozenBy: null,
  totals: null,
};
const parent: TieView = { ...tie, ledger: "22".repeat(32), as: "parent", name: "江东省" };
const known = [parent, tie];
const opened = { text: "a note", ledger: "33".repeat(32), epoch: 0, members };
const empty = tieDraftFrom(new URLSearchParams());
const joining: TieDraft = { ...empty, opened, name: "南浦县" };
const of = (act: TieDraft["act"]): TieDraft => ({ ...empty, act, ledger: tie.ledger });

describe("the form about a tie", () => {
  it("begins as its address asks, else with a ledger to take on below", () => {
    expect(empty).toMatchObject({ act: "join", as: "child" });
    expect(tieDraftFrom(new URLSearchParams("act=close&ledger=aa&as=parent"))).toMatchObject({
      ...{ act: "close", ledger: "aa", as: "parent" },
    });
    expect(tieDraftFrom(new URLSearchParams("act=x&as=aunt"))).toEqual(empty);
  });

  it("begins with the funds as they are, and always with a row to type in", () => {
    expect(fundRows(of("funds"), tie)).toEqual([{ own: "1", theirs: "7" }]);
    expect(fundRows(empty, undefined)).toEqual([{ own: "", theirs: "" }]);
    expect(fundRows({ ...of("funds"), funds: [] }, tie)).toEqual([{ own: "", theirs: "" }]);
  });

  it("forgets file and funds when it is about something else", () => {
    expect(withOther({ ...joining, funds: [] }, { act: "roster" })).toMatchObject({
      opened: undefined,
      funds: undefined,
    });
  });

  it("changes no tie that was closed", () => {
    expect(findTie(of("close"), known)).toBe(tie);
    expect(findTie(of("close"), [{ ...tie, state: "closed" }])).toBeUndefined();
  });

  it.each<[string, TieDraft, object | undefined]>([
    ["is whole", joining, undefined],
    ["has a row of funds with nothing in it", { ...joining, funds: [{ own: " ", theirs: "" }] }, undefined],
    ["has no file", { ...joining, opened: undefined }, { why: "noFile" }],
    ["has no name", { ...joining, name: " " }, { why: "noName" }],
    ["names a second parent", { ...joining, as: "parent" }, { why: "parentExists", name: "江东省" }],
    ["has a fund on one side", { ...joining, funds: [{ own: "1", theirs: "" }] }, { why: "fundWrong" }],
    ["has no number of a fund", { ...joining, funds: [{ own: "0", theirs: "x" }] }, { why: "fundWrong" }],
    ["has a fund twice", { ...joining, funds: ["1", "2"].map((own) => ({ own, theirs: "7" })) }, { why: "fundTwice" }],
    ["names no ledger", { ...of("close"), ledger: "" }, { why: "noLedger" }],
    ["closes", of("close"), undefined],
    ["has no next roster", of("roster"), { why: "noFile" }],
    ["leaves the funds as they are", of("funds"), { why: "fundsSame" }],
    ["takes all funds away", { ...of("funds"), funds: [] }, undefined],
  ])("that %s", (_name, draft, fault) => {
    expect(findTieFault(draft, known)).toEqual(fault);
  });

  it("may name a parent where the one before is closed", () => {
    expect(findTieFault({ ...joining, as: "parent" }, [{ ...parent, state: "closed" }])).toBeUndefined();
  });
});
