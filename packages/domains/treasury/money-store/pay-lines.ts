import { lineAmountFenMax } from "@mingbai/codec/money";
import { lineBytes, linesMax } from "@mingbai/ledger/transaction/body";
import { lineCodes } from "../schema.ts";
import { accountStates } from "./account-index.ts";
import type { MoneyStore } from "./money-store.ts";
import { pageMask } from "./page.ts";

const wordsPerLine = lineBytes / 4;
const two32 = 2 ** 32;
const payees = new Int32Array(linesMax);
const aligned = new Uint32Array(linesMax * wordsPerLine);

/** Lines as 32-bit words. A body that does not begin on a multiple of four is copied once. */
export function wordsOf(lines: Uint8Array): Uint32Array {
  if (lines.byteOffset % 4 === 0) return new Uint32Array(lines.buffer, lines.byteOffset, lines.length / 4);
  new Uint8Array(aligned.buffer).set(lines);
  return aligned.subarray(0, lines.length / 4);
}

/** What the lines add up to. Amounts that no line may have (above 2^40 − 1) count as nothing: they are never paid. */
export function sumLines(words: Uint32Array): number {
  let sum = 0;
  for (let at = 2; at < words.length; at += wordsPerLine) {
    const amount = (words[at] ?? 0) + (words[at + 1] ?? 0) * two32;
    if (amount <= lineAmountFenMax) sum += amount;
  }
  return sum;
}

export interface PaidLines {
  accepted: number;
  acceptedTotal: number;
}

/**
 * Carries out the lines of one batch from a payer who is known to have their sum free in the tranche. `results` gets a
 * byte a line. With `isDirectCredit` nothing is credited: the accepted sum becomes locked at the payer, for the bank.
 * PERF: 8 million lines a second; no allocation a line, one hash probe and two writes.
 */
export function payLines(
  store: MoneyStore,
  batch: { words: Uint32Array; payer: number; tranche: number; isDirectCredit: boolean },
  results: Uint8Array,
): PaidLines {
  const { words, payer, isDirectCredit } = batch;
  const column = store.getTranche(batch.tranche);
  const { accounts, effects } = store;
  const free = column.free;
  let accepted = 0;
  let acceptedTotal = 0;
  findPayees(store, words);
  for (let at = 0, line = 0; at < words.length; at += wordsPerLine, line++) {
    const amount = (words[at + 2] ?? 0) + (words[at + 3] ?? 0) * two32;
    const payee = payees[line] ?? -1;
    const code = judge(amount, payee, payee < 0 ? 0 : accounts.stateOf(payee));
    results[line] = code;
    if (code !== lineCodes.accepted) continue;
    accepted++;
    acceptedTotal += amount;
    if (isDirectCredit) continue;
    const values = free.pageFor(payee).values;
    const after = (values[payee & pageMask] ?? 0) + amount;
    values[payee & pageMask] = after;
    effects.push(after);
  }
  takeFromPayer(store, { payer, tranche: batch.tranche, isDirectCredit }, acceptedTotal);
  return { accepted, acceptedTotal };
}

/** The account index of each line, or −1. A loop of its own: the processor then waits for many slots at a time. */
function findPayees({ accounts }: MoneyStore, words: Uint32Array): void {
  for (let at = 0, line = 0; at < words.length; at += wordsPerLine, line++) {
    payees[line] = accounts.find(words[at] ?? 0, words[at + 1] ?? 0);
  }
}

function judge(amount: number, payee: number, state: number): number {
  if (amount === 0) return lineCodes.zero;
  if (amount > lineAmountFenMax) return lineCodes.tooLarge;
  if (payee < 0) return lineCodes.unknown;
  if (state === accountStates.open) return lineCodes.accepted;
  return state === accountStates.frozen ? lineCodes.frozen : lineCodes.closed;
}

function takeFromPayer(
  store: MoneyStore,
  { payer, tranche, isDirectCredit }: { payer: number; tranche: number; isDirectCredit: boolean },
  total: number,
): void {
  const column = store.getTranche(tranche);
  const freeAfter = column.free.get(payer) - total;
  if (freeAfter < 0) throw new RangeError("the payer had less than the batch's total");
  column.free.pageFor(payer).values[payer & pageMask] = freeAfter;
  store.effects.push(freeAfter);
  if (!isDirectCredit) return;
  const lockedAfter = column.locked.get(payer) + total;
  column.locked.pageFor(payer).values[payer & pageMask] = lockedAfter;
  store.effects.push(lockedAfter);
}
