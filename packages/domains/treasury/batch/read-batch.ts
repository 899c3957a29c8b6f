import { viewOf } from "@mingbai/codec/bytes";
import { getNumber64 } from "@mingbai/codec/number64";
import { findU64 } from "@mingbai/codec/u64";
import { lineBytes, paymentHeadBytes } from "@mingbai/ledger/transaction/body";
import { type BatchHead, type BatchLine, batchModes, headAt, lineAt, shortDigestBytes } from "./layout.ts";

/** The head in 64 bytes, or undefined unless every byte is as the layout says. */
export function findBatchHead(bytes: Uint8Array): BatchHead | undefined {
  if (bytes.length !== paymentHeadBytes) return undefined;
  const view = viewOf(bytes);
  const total = findU64(bytes, headAt.total);
  const mode = view.getUint32(headAt.mode, true);
  if (total === undefined || view.getUint32(headAt.zero, true) !== 0) return undefined;
  if (mode !== batchModes.toAccounts && mode !== batchModes.directCredit) return undefined;
  return {
    payer: getNumber64(bytes, headAt.payer),
    fund: view.getUint32(headAt.fund, true),
    tranche: view.getUint32(headAt.tranche, true),
    total,
    mode,
    manifest: bytes.slice(headAt.manifest),
  };
}

/** One 64-byte line. Throws RangeError on another length, or an amount that is not exact: an accepted line has neither. */
export function readLine(record: Uint8Array): BatchLine {
  const amount = record.length === lineBytes ? findU64(record, lineAt.amount) : undefined;
  if (amount === undefined) throw new RangeError("not a line of 64 bytes with an exact amount");
  const part = (at: number) => record.slice(at, at + shortDigestBytes);
  return {
    payee: getNumber64(record, lineAt.payee),
    amount,
    reference: part(lineAt.reference),
    destination: part(lineAt.destination),
    secret: part(lineAt.secret),
  };
}

/** All lines of a body's line part, one after another. */
export function* readLines(lines: Uint8Array): Generator<BatchLine> {
  for (let at = 0; at < lines.length; at += lineBytes) yield readLine(lines.subarray(at, at + lineBytes));
}
