import type { CheckedOffer } from "@mingbai/private-comparison/asking/check-offer";
import { finishAsk, type Match } from "@mingbai/private-comparison/asking/finish-ask";
import { makeAsk } from "@mingbai/private-comparison/asking/make-ask";
import { isItem } from "@mingbai/private-comparison/item";
import { askItems } from "@mingbai/private-comparison/limits";
import { answerBytes as answerBytesMax } from "@mingbai/private-comparison/messages/answer";
import { identityKey } from "@mingbai/registry/content/facts/identity-key";
import { askDepartment } from "../asking/ask-department.ts";
import { retry } from "../asking/retry.ts";
import { type TakenBatch, takeInBatches } from "../asking/take-in-batches.ts";
import { judgeFact } from "../files/judge-fact.ts";
import type { FactRun } from "../runs/fact-run.ts";
import type { PrivateSource } from "../sources/source-config.ts";
import type { Taking } from "../taking.ts";
import { TakingFault } from "../taking-fault.ts";
import { messageType, privatePaths, signingWith } from "./private-wire.ts";
import { takeOffer } from "./take-offer.ts";
import { findToldFacts } from "./told-facts.ts";

const answerMsMax = 60_000;

/**
 * Compares everybody whom the files name with a department's list, which neither learns of the other's: one ask of `askItems` people
 * after another. As `takeInBatches`. Once the department's budget is used up, what is left is asked another time.
 */
export async function takePrivately(taking: Taking<PrivateSource>): Promise<FactRun | undefined> {
  const checked = await takeOffer(taking);
  return takeInBatches(taking, askItems, (numbers, before) => takeBatch(taking, checked, { numbers, before }));
}

async function takeBatch(
  taking: Taking<PrivateSource>,
  checked: CheckedOffer,
  { numbers, before }: { numbers: readonly string[]; before: number },
): Promise<TakenBatch> {
  const taken: TakenBatch = { facts: [], faults: [], sourceMs: checked.offer.madeMs };
  const line = () => before + taken.facts.length + taken.faults.length + 1;
  const keys = numbers.map(identityKey);
  const texts = keys.filter((key) => isItem("identityNumber", key));
  for (let at = texts.length; at < keys.length; at++) taken.faults.push({ line: line(), fault: "NUMBER" });
  if (texts.length === 0) return taken;
  for (const { text, fact } of await compare(taking, checked, texts)) {
    const told = fact === "FACT_REFUSED" ? undefined : findToldFacts(fact, text);
    if (told === undefined) taken.faults.push({ line: line(), fault: "SEAL" });
    for (const one of told ?? []) {
      const judged = judgeFact(one, { line: line(), sources: taking.source.sources });
      if ("fact" in judged) taken.facts.push(judged.fact);
      else taken.faults.push(judged.fault);
    }
  }
  return taken;
}

async function compare(
  taking: Taking<PrivateSource>,
  checked: CheckedOffer,
  texts: readonly string[],
): Promise<readonly Match[]> {
  const { source, signer, signal } = taking;
  const { url, bearerFile } = source;
  const pending = await makeAsk({ offer: checked.offer, texts, sign: signingWith(signer) });
  const request = {
    headers: { "content-type": messageType },
    body: pending.bytes,
    signal,
    answerMsMax,
    answerBytesMax,
  };
  const place = { url, path: privatePaths.asks, bearerFile };
  // The same bytes each time: they are booked once.
  const answerBytes = await retry(() => askDepartment(place, { method: "POST", ...request }), taking);
  const found = await finishAsk({ checked, pending, answerBytes });
  if (typeof found === "string") throw new TakingFault("ANSWER_OTHER", { told: found });
  return found;
}
