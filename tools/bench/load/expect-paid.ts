import type { Answer } from "@mingbai/sdk/answer";

/** Throws where one of the answers is not that of a payment that counts. */
export function expectPaid(answers: readonly Answer[]): void {
  const wrong = answers.find(({ status, refused }) => status !== "final" || refused !== undefined);
  if (wrong !== undefined || answers.length === 0) throw new Error(`not paid: ${wrong?.refused ?? "no answer"}`);
}
