import { executeTransaction } from "@mingbai/ledger/execute/execute-transaction";
import { describe, expect, it } from "vitest";
import { noteTable } from "../notes.ts";
import { sampleCommand } from "../sample-envelope.ts";
import { foundSample, sampleChain, sampleMember, sampleTimeMs } from "../sample-ledger.ts";

const moment = { height: 1, timeMs: sampleTimeMs };
const administrator = sampleMember({ roles: ["administrator"] });
const operator = sampleMember({ roles: ["operator"] });

describe("erasing a note", () => {
  it.each([
    ["what is there", administrator, "a", undefined, 0],
    ["what is not there", administrator, "b", "NOTE_MISSING", 1],
    ["without the right, before anything is looked up", operator, "b", "NOT_ALLOWED", 1],
  ])("%s", (_, member, key, refused, left) => {
    const ledger = foundSample([member]);
    ledger.state.table(noteTable).set("a", { text: "x" });
    const envelope = sampleCommand({ key }, { command: "sample.eraseNote" });
    const outcome = executeTransaction({ ...ledger, chain: sampleChain, moment }, envelope);
    expect(outcome?.refusal?.refused).toBe(refused);
    expect(outcome?.events.length).toBe(refused === undefined ? 1 : 0);
    expect(ledger.state.table(noteTable).size).toBe(left);
  });
});
