import { concat } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { putU64, u32 } from "@mingbai/codec/u64";
import { Effects } from "@mingbai/ledger/state/effects";
import { lineBytes, linesMax } from "@mingbai/ledger/transaction/body";
import { MoneyStore } from "./money-store.ts";
import { payLines, sumLines, wordsOf } from "./pay-lines.ts";

const payer = "00000000000000ff";
const lineAmount = 1_234;
/** Knuth 6.4: 2^32 over the golden ratio, so that one payee lies far from the next. */
const stride = 0x9e3779b1;

export interface PayLinesPrepared {
  readonly store: MoneyStore;
  readonly effects: Effects;
  readonly batches: readonly Uint8Array[];
}

/** A store with `accounts` payees and full batches that pay them in random order. */
export function preparePayLines({ accounts, batches }: { accounts: number; batches: number }): PayLinesPrepared {
  let drawn = 0;
  const effects = new Effects();
  const store = new MoneyStore(effects);
  store.openAccount(payer, 0);
  const payees = Array.from({ length: accounts }, () => sha256(u32(drawn++)).slice(0, 8));
  for (const payee of payees) store.openAccount(toHex(payee.toReversed()), 2);
  store.openTranche(1, { fund: 1, expiryMs: 0 });
  store.change({ account: payer, tranche: 1, part: "free", by: 2 ** 52 });
  const pick = () => payees[(Math.imul(drawn++, stride) >>> 0) % accounts] ?? new Uint8Array(8);
  const line = () => {
    const bytes = concat(pick(), new Uint8Array(lineBytes - 8));
    putU64(bytes, 8, lineAmount);
    return bytes;
  };
  const bodies = Array.from({ length: batches }, () => concat(...Array.from({ length: linesMax }, line)));
  effects.take();
  return { store, effects, batches: bodies };
}

/** Lines a second of the loop alone (sum, lookup, credit), over all prepared batches. */
export function runPayLines({ store, effects, batches }: PayLinesPrepared): number {
  const results = new Uint8Array(linesMax);
  const startedMs = performance.now();
  for (const lines of batches) {
    const words = wordsOf(lines);
    sumLines(words);
    payLines(store, { words, payer: 0, tranche: 1, isDirectCredit: false }, results);
    effects.take();
  }
  return (batches.length * linesMax) / ((performance.now() - startedMs) / 1_000);
}
