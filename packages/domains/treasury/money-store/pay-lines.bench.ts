import { concat } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { putU64 } from "@mingbai/codec/u64";
import { Effects } from "@mingbai/ledger/state/effects";
import { lineBytes, linesMax } from "@mingbai/ledger/transaction/body";
import { random } from "@mingbai/testkit/random";
import { MoneyStore } from "./money-store.ts";
import { payLines, sumLines, wordsOf } from "./pay-lines.ts";

const payer = "00000000000000ff";
const lineAmount = 1_234;

export interface PayLinesPrepared {
  readonly store: MoneyStore;
  readonly effects: Effects;
  readonly batches: readonly Uint8Array[];
}

/** A store with `accounts` payees and full batches that pay them in random order. */
export function preparePayLines({ accounts, batches }: { accounts: number; batches: number }): PayLinesPrepared {
  const source = random(1);
  const effects = new Effects();
  const store = new MoneyStore(effects);
  store.openAccount(payer, 0);
  const payees = Array.from({ length: accounts }, () => source.bytes(8));
  for (const payee of payees) store.openAccount(toHex(payee.toReversed()), 2);
  store.openTranche(1, { fund: 1, expiryMs: 0 });
  store.change({ account: payer, tranche: 1, part: "free", by: 2 ** 52 });
  const line = () => {
    const bytes = concat(source.pick(payees), new Uint8Array(lineBytes - 8));
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
