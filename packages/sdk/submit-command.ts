import { toBase64 } from "@mingbai/codec/base64";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import type { FinalAnswer } from "./answer.ts";
import type { Client } from "./client.ts";
import { problemIn } from "./problem-error.ts";
import { hearPromises, type OnPromise } from "./promise.ts";
import type { SignedTransaction } from "./sign-transaction.ts";

/**
 * Sends one signed command and waits until it is final; `onPromise` hears what nodes promise meanwhile. Where the ledger refuses it throws the refusal as ProblemError,
 * with its words in both languages; tries again while the node is busy. The same bytes may be sent again, and to other nodes:
 * they are executed once.
 */
export async function submitCommand(
  client: Client,
  { bytes }: SignedTransaction,
  { onPromise }: { readonly onPromise?: OnPromise } = {},
): Promise<FinalAnswer> {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string") throw new RangeError(`not a signed transaction: ${envelope}`);
  const body = JSON.stringify({
    header: toBase64(envelope.headerBytes),
    signature: toBase64(envelope.signature),
    body: JSON.parse(new TextDecoder().decode(envelope.body)) as unknown,
  });
  const path = `/api/commands/${envelope.header.command}`;
  const onReceived = onPromise && hearPromises(onPromise, bytes);
  return client.submitSigned({ path, mediaType: "application/json", body, read: readCommandAnswer, onReceived });
}

/** A refusal with a height stands in the ledger; one without is this node's own, which may know less than another. */
async function readCommandAnswer(response: Response) {
  if (response.ok) return { isDecided: true, answer: (await response.json()) as FinalAnswer };
  const problem = await problemIn(response);
  return { isDecided: problem.values.height !== undefined, problem };
}
