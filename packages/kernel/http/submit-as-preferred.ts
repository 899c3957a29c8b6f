import type { Answer, EarlyAnswer, ReceivedAnswer } from "@mingbai/sequencer/answer";
import type { Sequencer } from "@mingbai/sequencer/sequencer";
import type { FastifyRequest } from "fastify";
import { connectionNumber } from "./connection-number.ts";

/** What a request says that wants the first certain answer and not the final one (RFC 7240, section 4.1). */
export const promisePreference = "respond-async";

/** Submits what came by this request, and answers as soon as its sender prefers. */
export function submitAsPreferred(
  sequencer: Sequencer,
  { headers, socket }: FastifyRequest,
  bytes: Uint8Array,
): Promise<readonly EarlyAnswer[]> {
  const sender = connectionNumber(socket);
  return isPreferred(headers.prefer) ? sequencer.receive(bytes, sender) : sequencer.submit(bytes, sender);
}

export function isReceived(answer: EarlyAnswer): answer is ReceivedAnswer {
  return answer.status === "received";
}

/** The answers where none of them is only a promise. */
export function findWhole(answers: readonly EarlyAnswer[]): readonly Answer[] | undefined {
  const whole = answers.filter((answer) => !isReceived(answer));
  return whole.length === answers.length ? whole : undefined;
}

function isPreferred(given: string | string[] | undefined): boolean {
  return [given ?? []]
    .flat(2)
    .flatMap((line) => line.split(","))
    .some((preference) => preference.split(";")[0]?.trim().toLowerCase() === promisePreference);
}
