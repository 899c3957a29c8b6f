import type { Registry } from "@mingbai/ledger/definition/registry";
import { type AdmissionRefusal, type Answer, admissionRefusals } from "@mingbai/sequencer/answer";
import { z } from "zod";
import { HttpProblem, type ProblemParts } from "./problem.ts";

/** An answer as it travels. `final`: executed and durable on this node, accepted unless `refused` names a code. */
export const AnswerJson = z
  .discriminatedUnion("status", [
    z.object({
      status: z.literal("final"),
      id: z.string(),
      refused: z.string().optional(),
      detail: z.record(z.string(), z.unknown()).optional(),
      height: z.int(),
      timeMs: z.int(),
      logIndex: z.int(),
      units: z.int(),
      refusedLines: z.array(z.tuple([z.int(), z.int()])),
    }),
    z.object({
      status: z.literal("not admitted"),
      id: z.string().optional(),
      refused: z.string(),
      retryAfterMs: z.int().optional(),
    }),
  ])
  .meta({ id: "Answer" });

/** What `Prefer: respond-async` may be answered with, before anything is final. */
export const ReceivedJson = z.object({ status: z.literal("received"), id: z.string(), promise: z.base64() }).meta({
  id: "ReceivedAnswer",
  description:
    "To `Prefer: respond-async`: stored by this member of a network, with its signed promise of a height (docs/spec/availability.md). The same bytes again get the final answer.",
});
export const EarlyAnswerJson = z.union([AnswerJson, ReceivedJson]);

/** What a refused answer says as a problem, or undefined where it was accepted. */
export function findAnswerProblem(registry: Registry, answer: Answer): ProblemParts | undefined {
  if (answer.status === "not admitted") {
    const declared = admissionRefusals[answer.refused];
    return { code: answer.refused, ...declared, retryAfterMs: answer.retryAfterMs };
  }
  if (answer.refused === undefined) return undefined;
  const declared = registry.refusals.get(answer.refused);
  if (declared === undefined) throw new Error(`the refusal ${answer.refused} is not declared`);
  const values = { ...answer.detail, transaction: answer.id, height: answer.height };
  return { code: answer.refused, status: declared.status, en: declared.en, zh: declared.zh, values };
}

/** The problem that stands for a whole submission: only where nothing of it was taken for want of room. */
export function findBusyProblem(answers: readonly Answer[]): HttpProblem | undefined {
  const [first] = answers;
  if (first?.status !== "not admitted" || !answers.every(isForWantOfRoom)) return undefined;
  return new HttpProblem({
    code: first.refused,
    ...admissionRefusals[first.refused],
    retryAfterMs: first.retryAfterMs,
  });
}

/** The same bytes are taken later, or elsewhere. */
const wantOfRoom: readonly AdmissionRefusal[] = ["BUSY", "READ_ONLY", "HANDED_OVER"];

function isForWantOfRoom(answer: Answer): boolean {
  return answer.status === "not admitted" && wantOfRoom.includes(answer.refused);
}
