import { equalBytes } from "@mingbai/codec/bytes";
import { type Answer, findAnswer } from "../messages/answer.ts";
import { deriveEntry } from "../offer/derive-entry.ts";
import { findFact } from "../offer/seal-fact.ts";
import { findSealed } from "../offer/sorted-entries.ts";
import type { AnswerFault } from "../refusals.ts";
import { voprf } from "../suite.ts";
import type { CheckedOffer } from "./check-offer.ts";
import type { PendingAsk } from "./make-ask.ts";

/** Someone who is in the department's list. */
export interface Match {
  readonly text: string;
  /** What the department says of them; no bytes where the list has no facts, "FACT_REFUSED" where its seal does not open. */
  readonly fact: Uint8Array | "FACT_REFUSED";
}

/** Judges an answer and compares: who of the ask is in the list, in the order of the ask, or why that is not known. */
export async function finishAsk({
  checked,
  pending,
  answerBytes,
}: {
  checked: CheckedOffer;
  pending: PendingAsk;
  answerBytes: Uint8Array;
}): Promise<Match[] | AnswerFault> {
  const answer = findAnswer(answerBytes);
  if (answer === undefined) return "ANSWER_MALFORMED";
  if (!equalBytes(answer.askId, pending.askId)) return "ANSWER_OF_ANOTHER_ASK";
  const outputs = findOutputs(checked, pending, answer);
  if (outputs === undefined) return "PROOF_WRONG";
  const found = await Promise.all(pending.texts.map((text, at) => findMatch(checked, text, outputs[at])));
  return found.filter((match) => match !== undefined);
}

/** The function's outputs, or undefined where the proof is not of the offer's key. Elements and scalars were judged before. */
function findOutputs({ offer }: CheckedOffer, { blinded }: PendingAsk, { evaluated, proof }: Answer) {
  const items = evaluated.flatMap((element, at) => {
    const item = blinded[at];
    return item === undefined ? [] : [{ ...item, evaluated: element }];
  });
  try {
    return voprf.finalizeBatch(items, offer.publicKey, proof);
  } catch (error) {
    if (error instanceof Error && error.message === "proof verification failed") return undefined;
    throw error;
  }
}

async function findMatch({ offer, entries }: CheckedOffer, text: string, output: Uint8Array | undefined) {
  if (output === undefined) throw new Error("fewer outputs than people in the ask");
  const entry = deriveEntry({ output, salt: offer.salt });
  const sealed = findSealed(entries, entry.tag);
  if (sealed === undefined) return undefined;
  if (offer.factBytes === 0) return { text, fact: sealed };
  return { text, fact: (await findFact({ entry, sealed })) ?? ("FACT_REFUSED" as const) };
}
