import { toBase64 } from "@mingbai/codec/base64";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import type { FinalAnswer } from "./answer.ts";
import { busyTriesMax, type Client, waitUntilFree } from "./client.ts";
import { problemIn } from "./problem-error.ts";
import type { SignedTransaction } from "./sign-transaction.ts";

/**
 * Sends one signed command and waits until it is final. Where the ledger refuses it throws the refusal as ProblemError,
 * with its words in both languages; tries again while the node is busy. The same bytes may be sent again: they are
 * executed once.
 */
export async function submitCommand(client: Client, { bytes }: SignedTransaction): Promise<FinalAnswer> {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string") throw new RangeError(`not a signed transaction: ${envelope}`);
  const payload = JSON.stringify({
    header: toBase64(envelope.headerBytes),
    signature: toBase64(envelope.signature),
    body: JSON.parse(new TextDecoder().decode(envelope.body)) as unknown,
  });
  for (let tries = 1; ; tries++) {
    const response = await client.send(`/api/commands/${envelope.header.command}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: payload,
    });
    if (response.ok) return (await response.json()) as FinalAnswer;
    const problem = await problemIn(response);
    if (problem.status !== 503 || tries === busyTriesMax) throw problem;
    await waitUntilFree(problem);
  }
}
