import { askItems } from "../limits.ts";
import type { Sign } from "../parties.ts";
import type { AnswerFault } from "../refusals.ts";
import type { CheckedOffer } from "./check-offer.ts";
import { finishAsk, type Match } from "./finish-ask.ts";
import { makeAsk } from "./make-ask.ts";

/** How far a comparison is, with the matches of the last ask. */
export interface ComparedPart {
  /** People answered so far. */
  readonly done: number;
  readonly total: number;
  readonly matches: readonly Match[];
}

/**
 * Compares a whole register, one ask after another. Each part is told as soon as it is known, so that a page can show
 * how far it is and a caller can keep it and go on from there. Ends with the fault where an answer is not to be trusted;
 * `send` throws where the department refuses or cannot be reached.
 */
export async function* compareList({
  checked,
  texts,
  sign,
  send,
}: {
  checked: CheckedOffer;
  texts: readonly string[];
  sign: Sign;
  send: (ask: Uint8Array) => Promise<Uint8Array>;
}): AsyncGenerator<ComparedPart, AnswerFault | "COMPARED"> {
  for (let from = 0; from < texts.length; from += askItems) {
    const part = texts.slice(from, from + askItems);
    const pending = await makeAsk({ offer: checked.offer, texts: part, sign });
    const matches = await finishAsk({ checked, pending, answerBytes: await send(pending.bytes) });
    if (typeof matches === "string") return matches;
    yield { done: from + part.length, total: texts.length, matches };
  }
  return "COMPARED";
}
