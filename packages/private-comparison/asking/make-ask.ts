import { itemBytes } from "../item.ts";
import { askItems } from "../limits.ts";
import { type Ask, askId, askMessage, encodeAsk } from "../messages/ask.ts";
import { type Offer, offerId } from "../messages/offer.ts";
import type { Sign } from "../parties.ts";
import { type RandomBytes, voprf } from "../suite.ts";

/** An ask on its way. The blinds are secret until the answer is read, and of no use after. */
export interface PendingAsk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly askId: Uint8Array;
  /** Who is asked about; the elements behind theirs are of nobody. */
  readonly texts: readonly string[];
  readonly blinded: readonly BlindedItem[];
}

export interface BlindedItem {
  readonly input: Uint8Array;
  readonly blind: Uint8Array;
  readonly blinded: Uint8Array;
}

const nobodyBytes = 32;

/**
 * Blinds up to `askItems` people, fills up with inputs of nobody, and signs. The same people blinded again are other
 * bytes: an ask without answer is sent again as it is, since a new one counts anew. Throws RangeError on none, on more,
 * and on a text that is not spelt as the offer's kind is.
 */
export async function makeAsk({
  offer,
  texts,
  sign,
  random,
}: {
  offer: Offer;
  texts: readonly string[];
  sign: Sign;
  random?: RandomBytes;
}): Promise<PendingAsk> {
  if (texts.length === 0 || texts.length > askItems) throw new RangeError(`an ask is about 1 to ${askItems} people`);
  const real = texts.map((text) => itemBytes(offer.kind, text));
  const nobody = Array.from({ length: askItems - real.length }, () =>
    crypto.getRandomValues(new Uint8Array(nobodyBytes)),
  );
  const blinded = [...real, ...nobody].map((input) => ({ input, ...voprf.blind(input, random) }));
  const ask: Ask = { offerId: offerId(offer), blinded: blinded.map((one) => one.blinded) };
  const bytes = encodeAsk(ask, await sign(askMessage(ask)));
  return { bytes, askId: askId(ask), texts, blinded };
}
