/** What a node answers about one transaction: see `POST /api/transactions` in the OpenAPI document. */
export type Answer =
  | {
      readonly status: "final";
      readonly id: string;
      /** The code of the refusal; absent where it was accepted. */
      readonly refused?: string;
      readonly detail?: Readonly<Record<string, unknown>>;
      readonly height: number;
      readonly timeMs: number;
      readonly logIndex: number;
      readonly units: number;
      readonly refusedLines: readonly (readonly [line: number, code: number])[];
    }
  | { readonly status: "not admitted"; readonly id?: string; readonly refused: string; readonly retryAfterMs?: number };

/** One that was executed. */
export type FinalAnswer = Answer & { readonly status: "final" };

/** The answer of an accepted transaction; throws an Error naming the code otherwise. */
export function getAccepted(answer: Answer): FinalAnswer {
  if (answer.status === "final" && answer.refused === undefined) return answer;
  const detail = answer.status === "final" && answer.detail ? ` ${JSON.stringify(answer.detail)}` : "";
  throw new Error(`refused: ${answer.refused}${detail}`);
}
