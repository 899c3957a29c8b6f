import { executeTransaction } from "@mingbai/ledger/execute/execute-transaction";
import { describe, expect, it } from "vitest";
import { noteTable } from "../notes.ts";
import { sampleCommand } from "../sample-envelope.ts";
import { foundSample, sampleChain, sampleTimeMs } from "../sample-ledger.ts";

const moment = { height: 1, timeMs: sampleTimeMs };

function write(input: Parameters<typeof sampleCommand>[0]) {
  const ledger = foundSample();
  const outcome = executeTransaction({ ...ledger, chain: sampleChain, moment }, sampleCommand(input));
  return {
    refused: outcome?.refusal?.refused,
    events: outcome?.events,
    notes: ledger.state.table(noteTable).entries(),
  };
}

describe("writing a note", () => {
  it("changes the state by the event that tells of it", () => {
    const { events, notes } = write({ key: "a", text: "x", dueMs: 5 });
    expect(events).toEqual([{ type: "sample.noteWritten", data: { key: "a", text: "x", dueMs: 5 } }]);
    expect(notes).toEqual([["a", { text: "x", dueMs: 5 }]]);
  });

  it.each([
    ["no key", { text: "x" }],
    ["an empty key", { key: "", text: "x" }],
    ["a text that is too long", { key: "a", text: "x".repeat(1_001) }],
    ["a time before all times", { key: "a", text: "x", dueMs: -1 }],
    ["a field that nobody asked for", { key: "a", text: "x", more: true }],
    ["a list", []],
  ])("refuses %s, and changes nothing", (_, input) => {
    expect(write(input)).toEqual({ refused: "BODY_INVALID", events: [], notes: [] });
  });
});
