import { equalBytes } from "@mingbai/codec/bytes";
import { findOffer, type Offer, offerMessage } from "../messages/offer.ts";
import { entryBytesOf } from "../offer/list-shape.ts";
import { areSorted, entriesDigestOf, type SortedEntries } from "../offer/sorted-entries.ts";
import type { Verify } from "../parties.ts";
import type { OfferFault } from "../refusals.ts";

/** An offer whose signature and list were judged. */
export interface CheckedOffer {
  readonly offer: Offer;
  readonly entries: SortedEntries;
}

/** Judges an offer and its list before anything is asked: what is signed, what is there, and that both agree. */
export async function checkOffer({
  offerBytes,
  entriesBytes,
  verify,
}: {
  offerBytes: Uint8Array;
  entriesBytes: Uint8Array;
  verify: Verify;
}): Promise<CheckedOffer | OfferFault> {
  const found = findOffer(offerBytes);
  if (found === undefined) return "OFFER_MALFORMED";
  const { offer, signature } = found;
  const isSigned = await verify({ signer: offer.department, message: offerMessage(offer), signature });
  if (!isSigned) return "OFFER_SIGNATURE_WRONG";
  const entries = { bytes: entriesBytes, factBytes: offer.factBytes };
  if (entriesBytes.length !== offer.entries * entryBytesOf(offer.factBytes)) return "ENTRIES_DIFFER";
  if (!equalBytes(entriesDigestOf(entriesBytes), offer.entriesDigest)) return "ENTRIES_DIFFER";
  return areSorted(entries) ? { offer, entries } : "ENTRIES_NOT_SORTED";
}
