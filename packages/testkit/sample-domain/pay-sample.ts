import { viewOf } from "@mingbai/codec/bytes";
import { role } from "@mingbai/ledger/authority/role";
import type { PaymentsHandler } from "@mingbai/ledger/definition/payments";
import { lineBytes } from "@mingbai/ledger/transaction/body";
import { refuseSample } from "./notes.ts";

const amountAt = 8;

/**
 * Refuses the batch whole where the head's first byte is 1, and a line where its first byte is not 0. An accepted line
 * leaves its amount (u32 at byte 8) in the effects.
 */
export const paySample: PaymentsHandler = {
  name: "sample.pay",
  allow: [role("operator")],
  title: { en: "Pay", zh: "付款" },
  lineResults: ["accepted", "refused"],
  execute({ state }, { head, lines, count }) {
    if (head[0] === 1) return refuseSample("HEAD_REFUSED");
    const results = Uint8Array.from({ length: count }, (_, line) => (lines[line * lineBytes] === 0 ? 0 : 1));
    results.forEach((code, line) => {
      if (code === 0) state.effects.push(viewOf(lines).getUint32(line * lineBytes + amountAt, true));
    });
    return { results, events: [] };
  },
};
