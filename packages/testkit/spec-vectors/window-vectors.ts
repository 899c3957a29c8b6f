import { judgeSequence, useSequence, windowTable } from "@mingbai/ledger/replay/window";
import { foundSample, sampleKeyId } from "../sample-domain/sample-ledger.ts";

/** Sequence numbers one after another: the verdict on each, and the window once it is used. */
export function windowVectors() {
  const { state } = foundSample();
  const place = { keyId: sampleKeyId, lane: 0 };
  const sequences = [0, 1, 1, 3, 1_025, 1_026, 2, 1_026, 1_028, 5, 4, 3, 2 ** 53 - 1, 1_024, 1_024];
  return sequences.map((sequence) => {
    const verdict = judgeSequence(state, place, sequence);
    if (verdict === "free") useSequence(state, place, sequence);
    const row = state.table(windowTable).find(`${place.keyId}/0`);
    return { sequence, verdict, base: row?.base ?? 1, used: row?.used ?? "" };
  });
}
