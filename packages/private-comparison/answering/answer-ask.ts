import { askItems } from "../limits.ts";
import { encodeAnswer } from "../messages/answer.ts";
import { askId, askMessage, findAsk } from "../messages/ask.ts";
import type { Offer } from "../messages/offer.ts";
import type { Verify } from "../parties.ts";
import type { AskRefusal } from "../refusals.ts";
import { type RandomBytes, voprf } from "../suite.ts";
import type { Budget } from "./budget.ts";
import type { ComparisonKey } from "./generate-key.ts";
import { limitsOf } from "./limits-of.ts";

/** An offer that is answered, with its key. */
export interface OpenOffer {
  readonly offer: Offer;
  readonly key: ComparisonKey;
}

/** What the answering side has. */
export interface Answering {
  readonly findOffer: (offerId: Uint8Array) => OpenOffer | undefined;
  readonly verify: Verify;
  readonly budget: Budget;
  readonly nowMs: number;
  /** Where the proof's nonce comes from. */
  readonly random?: RandomBytes;
}

/**
 * Judges one ask and evaluates it: the answer's bytes, or why there is none. It is booked before anything is evaluated,
 * so that a crash between the two costs the asker nothing: the same ask is answered again and booked once.
 */
export async function answerAsk(
  bytes: Uint8Array,
  { findOffer, verify, budget, nowMs, random }: Answering,
): Promise<Uint8Array<ArrayBuffer> | AskRefusal> {
  const found = findAsk(bytes);
  if (found === undefined) return "ASK_MALFORMED";
  const { ask, signature } = found;
  const open = findOffer(ask.offerId);
  if (open === undefined) return "OFFER_UNKNOWN";
  const { offer, key } = open;
  if (!(await verify({ signer: offer.asker, message: askMessage(ask), signature }))) return "ASK_SIGNATURE_WRONG";
  if (nowMs >= offer.endsMs) return "OFFER_ENDED";
  const id = askId(ask);
  if (!(await budget.take({ askId: id, count: askItems, limits: limitsOf(offer, nowMs) }))) return "BUDGET_USED";
  const { evaluated, proof } = voprf.blindEvaluateBatch(key.secretKey, key.publicKey, [...ask.blinded], random);
  return encodeAnswer({ askId: id, evaluated, proof });
}
