import { State } from "@mingbai/ledger/state/state";
import { forgettingStatement } from "@mingbai/posts/content/forgetting-statement";
import { forgottenTable } from "@mingbai/posts/tables";
import { erasureStatement } from "@mingbai/registry/content/texts/erasure-statement";
import { type ErasureRow, erasedTable, erasureTable } from "@mingbai/registry/tables";
import type { Answer, FinalAnswer } from "@mingbai/sequencer/answer";
import { describe, expect, it } from "vitest";
import { type Acknowledgement, ErasureAcknowledger } from "./erasure-acknowledger.ts";

const chain = new Uint8Array(32).fill(4);
const erasure = "00000000000000e1";
const subject = "00000000000000a1";
const statement = erasureStatement(chain, { erasure, organisation: "street", subjects: [subject] });
const final: FinalAnswer = {
  status: "final",
  id: "",
  height: 1,
  timeMs: 1,
  logIndex: 1,
  units: 1,
  refusedLines: [],
};
const busy: Answer = { status: "not admitted", id: undefined, refused: "BUSY" };

/** `answers`: what the ledger says to each sending; accepted from then on. */
function scene({ answers = [], isCarriedOut = true }: { answers?: Answer[]; isCarriedOut?: boolean } = {}) {
  const state = new State({ tables: [erasedTable, erasureTable, forgottenTable], stores: [] });
  const sent: Acknowledgement[] = [];
  const faults: string[] = [];
  const timers: { afterMs: number; then: () => void }[] = [];
  const carriedOut = Promise.withResolvers<void>();
  if (isCarriedOut) carriedOut.resolve();
  const row = (): ErasureRow =>
    state.table(erasureTable).find(erasure) ?? { subjects: [], by: "", owed: [], acknowledged: [] };
  const open = () =>
    new ErasureAcknowledger({
      state,
      chain,
      organisation: "street",
      carriedOut: () => carriedOut.promise,
      async send(said) {
        sent.push(said);
        const answer = answers.shift() ?? final;
        if (answer.status === "final" && answer.refused === undefined)
          state.table(erasureTable).set(erasure, { ...row(), acknowledged: ["street"] });
        return answer;
      },
      clock: {
        now: () => 0,
        after(afterMs, then) {
          timers.push({ afterMs, then });
          return () => undefined;
        },
      },
      onFatal: ({ message }) => faults.push(message),
    });
  const decide = (owed: readonly string[], acknowledged: readonly string[] = []): void => {
    state.table(erasureTable).set(erasure, { subjects: [subject], by: "", decided: true, owed, acknowledged });
    state.table(erasedTable).set(subject, { erasure });
  };
  const forget = (acknowledged: readonly string[] = []): void =>
    state.table(forgottenTable).set(subject, { account: "", owed: ["bureau", "street"], acknowledged });
  return { open, decide, forget, sent, faults, timers, carriedOut };
}

describe("a node that has erased what was decided", () => {
  it("says so once, with a digest that names ledger, erasure, organisation and subjects", async () => {
    const { open, decide, sent } = scene();
    const acknowledger = open();
    acknowledger.follow();
    decide(["street"]);
    acknowledger.follow();
    acknowledger.follow();
    await acknowledger.settled();
    expect(sent).toEqual([{ command: "registry.acknowledgeErasure", input: { erasure, statement } }]);
  });

  it("says the same of what somebody who helped could do, unless it has", async () => {
    const { open, forget, sent } = scene();
    const acknowledger = open();
    forget();
    acknowledger.follow();
    await acknowledger.settled();
    const said = forgettingStatement(chain, { subject, organisation: "street" });
    expect(sent).toEqual([{ command: "posts.acknowledgeForgetting", input: { subject, statement: said } }]);
    forget(["street"]);
    open().follow();
    await acknowledger.settled();
    expect(sent).toHaveLength(1);
  });

  it("says nothing before vault and tables have done it", async () => {
    const { open, decide, sent, carriedOut } = scene({ isCarriedOut: false });
    const acknowledger = open();
    decide(["street"]);
    acknowledger.follow();
    await new Promise((turn) => setImmediate(turn));
    expect(sent).toEqual([]);
    carriedOut.resolve();
    await acknowledger.settled();
    expect(sent).toHaveLength(1);
  });

  it("says it at its next start where a crash came between", async () => {
    const { open, decide, sent } = scene();
    decide(["street"]);
    const acknowledger = open();
    acknowledger.follow();
    await acknowledger.settled();
    expect(sent).toHaveLength(1);
  });

  it.each([
    ["another organisation's alone", ["audit"], []],
    ["what it has said before", ["street"], ["street"]],
  ])("says nothing of %s", async (_, owed, acknowledged) => {
    const { open, decide, sent } = scene();
    decide(owed, acknowledged);
    const acknowledger = open();
    acknowledger.follow();
    await acknowledger.settled();
    expect(sent).toEqual([]);
  });

  it("sends it again, each time later, as long as the ledger does not take it, and rests once it has answered", async () => {
    const { open, decide, sent, timers } = scene({ answers: [busy, busy, { ...final, refused: "ACKNOWLEDGED" }] });
    decide(["street"]);
    const acknowledger = open();
    acknowledger.follow();
    await acknowledger.settled();
    for (const at of [0, 1]) {
      timers[at]?.then();
      await acknowledger.settled();
    }
    expect(sent).toHaveLength(3);
    expect(timers.map(({ afterMs }) => afterMs)).toEqual([200, 400]);
  });
});
