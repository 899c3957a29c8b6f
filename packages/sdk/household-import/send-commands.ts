import { concat } from "@mingbai/codec/bytes";
import { type CanonicalObject, findCanonical } from "@mingbai/codec/canonical-json";
import { requestBytesMax } from "@mingbai/http/contents-views";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import type { Answer } from "../answer.ts";
import type { Client } from "../client.ts";
import type { SignedTransaction } from "../sign-transaction.ts";
import type { RefusedSubject } from "./import-step.ts";
import type { StepCommand } from "./step-commands.ts";

/** Envelopes that one request takes. */
const envelopesPerRequestMax = 64;
/** Refusals that say nothing about the command, only about this signature of it: it was not executed. */
const signatureCodes: ReadonlySet<string> = new Set(["SEQUENCE_USED", "SEQUENCE_TOO_FAR", "EXPIRED", "EXPIRY_TOO_FAR"]);
const signaturesMax = 4;

export type SignStep = (command: StepCommand) => Promise<SignedTransaction>;

/** Commands of an import on their way. `height`: of the highest block that has one of them; 0 where there is none. */
export interface SentCommands {
  readonly refused: readonly RefusedSubject[];
  readonly height: number;
}

/**
 * Sends signed commands and waits until each is final. One that is refused for something in it is cut in two, again and again, so that
 * what is right of it goes ahead; what is left is told. Sent again, nothing is done twice: the same bytes are executed once, and
 * numbers that exist already are those that this import gave. Throws what `Client.submit` throws.
 */
export async function sendCommands(
  client: Client,
  envelopes: readonly Uint8Array<ArrayBuffer>[],
  sign: SignStep,
): Promise<SentCommands> {
  const refused: RefusedSubject[] = [];
  let height = 0;
  for (const group of requestsOf(envelopes)) {
    const answers = await client.submit(concat(...group));
    for (const [at, bytes] of group.entries()) {
      const sent = await settle(client, { bytes, answer: answers[at] }, sign);
      refused.push(...sent.refused);
      height = Math.max(height, sent.height);
    }
  }
  return { refused, height };
}

function requestsOf(envelopes: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer>[][] {
  const requests: Uint8Array<ArrayBuffer>[][] = [];
  let room = 0;
  for (const envelope of envelopes) {
    const last = requests.at(-1);
    if (last === undefined || last.length === envelopesPerRequestMax || envelope.length > room) {
      requests.push([envelope]);
      room = requestBytesMax - envelope.length;
    } else {
      last.push(envelope);
      room -= envelope.length;
    }
  }
  return requests;
}

async function settle(
  client: Client,
  { bytes, answer }: { bytes: Uint8Array<ArrayBuffer>; answer: Answer | undefined },
  sign: SignStep,
): Promise<SentCommands> {
  let last = answer;
  for (let signatures = 0; ; signatures++) {
    if (last?.status === "final" && last.refused === undefined) return { refused: [], height: last.height };
    const code = last?.refused ?? "ANSWER_MISSING";
    if (!signatureCodes.has(code) || signatures === signaturesMax)
      return cut(client, { ...commandOf(bytes), code }, sign);
    [last] = await client.submit((await sign(commandOf(bytes))).bytes);
  }
}

function commandOf(bytes: Uint8Array<ArrayBuffer>): StepCommand {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string") throw new Error(`an import has signed what is no transaction: ${envelope}`);
  return { command: envelope.header.command, input: findCanonical(envelope.body) as CanonicalObject };
}

/** The halves of what was refused; of a single subject the reason. A household that exists is one that this import has opened. */
async function cut(
  client: Client,
  { command, input, code }: StepCommand & { code: string },
  sign: SignStep,
): Promise<SentCommands> {
  const name = command === "registry.recordChanges" ? "changes" : "households";
  const items = input[name];
  const isList = Array.isArray(items) && items.length > 0;
  if (isList && items.length > 1) {
    const middle = items.length >> 1;
    const halves = [items.slice(0, middle), items.slice(middle)];
    const signed: Uint8Array<ArrayBuffer>[] = [];
    for (const half of halves) signed.push((await sign({ command, input: { ...input, [name]: half } })).bytes);
    return sendCommands(client, signed, sign);
  }
  if (code === "SUBJECT_EXISTS") return { refused: [], height: 0 };
  const only = (isList ? items[0] : input) as CanonicalObject;
  return { refused: [{ command, subject: String(only.household ?? only.subject ?? only), code }], height: 0 };
}
