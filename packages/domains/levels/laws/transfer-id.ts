import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { putNumber64 } from "@mingbai/codec/number64";
import { sha256 } from "@mingbai/codec/sha256";
import { u32, u64 } from "@mingbai/codec/u64";
import type { TransferTerms } from "../schema/proven.ts";

/** A transfer's identity, hexadecimal (docs/spec/levels.md): hash of its terms, each of one width. */
export function transferId(terms: TransferTerms): string {
  const payee = new Uint8Array(8);
  putNumber64(payee, 0, terms.payee);
  return toHex(
    sha256(
      contextBytes.transfer,
      fromHex(terms.source),
      fromHex(terms.destination),
      u64(terms.n),
      u32(terms.fund),
      u64(terms.amount),
      payee,
      u64(terms.deadlineMs),
      fromHex(terms.purpose),
    ),
  );
}
