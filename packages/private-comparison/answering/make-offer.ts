import { concat } from "@mingbai/codec/bytes";
import { sealSuite } from "@mingbai/crypto/sealing/suite";
import { encodeOffer, isOffer, type Offer, offerMessage } from "../messages/offer.ts";
import { entryBytesOf, entryTagBytes, paddedEntries } from "../offer/list-shape.ts";
import { compareTags, entriesDigestOf } from "../offer/sorted-entries.ts";
import type { Sign } from "../parties.ts";
import type { ListPlan } from "./make-entries.ts";

/** Who may ask, for what, until when, and how much. */
export type OfferTerms = Pick<Offer, "department" | "asker" | "purpose" | "madeMs" | "endsMs" | "evaluationsMax">;

/** The signed offer, and the list that goes with it. */
export interface MadeOffer {
  readonly offer: Offer;
  readonly offerBytes: Uint8Array<ArrayBuffer>;
  readonly entriesBytes: Uint8Array<ArrayBuffer>;
}

/**
 * Fills the entries up with entries of nobody, sorts them and signs the offer. "LISTED_TWICE" where two entries are of
 * one person: which of two facts holds is not to be guessed. Throws RangeError where terms or list are out of bounds.
 */
export async function makeOffer({
  plan,
  terms,
  entries,
  sign,
}: {
  plan: ListPlan;
  terms: OfferTerms;
  entries: readonly Uint8Array[];
  sign: Sign;
}): Promise<MadeOffer | "LISTED_TWICE"> {
  const { key, kind, salt, factBytes } = plan;
  const width = entryBytesOf(factBytes);
  if (entries.some((entry) => entry.length !== width)) throw new RangeError(`an entry of this list has ${width} bytes`);
  const padding = Array.from({ length: paddedEntries(entries.length) - entries.length }, () =>
    makeEntryOfNobody(width),
  );
  const sorted = [...entries, ...padding].sort(compareTags);
  if (sorted.some((entry, at) => at > 0 && compareTags(sorted[at - 1] ?? entry, entry) === 0)) return "LISTED_TWICE";
  const entriesBytes = concat(...sorted);
  const shape = { entries: sorted.length, factBytes, entriesDigest: entriesDigestOf(entriesBytes) };
  const offer: Offer = { ...terms, kind, publicKey: key.publicKey, salt, ...shape };
  if (!isOffer(offer)) throw new RangeError("an offer's terms are out of bounds");
  return { offer, offerBytes: encodeOffer(offer, await sign(offerMessage(offer))), entriesBytes };
}

/** Random bytes in the form of an entry: tag and sealed fact look random too, but for the suite's number. */
function makeEntryOfNobody(width: number): Uint8Array<ArrayBuffer> {
  const entry = crypto.getRandomValues(new Uint8Array(width));
  if (width > entryTagBytes) entry[entryTagBytes] = sealSuite;
  return entry;
}
