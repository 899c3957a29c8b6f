import { ProblemError } from "@mingbai/sdk/problem-error";

/** Why something did not reach the ledger, in the words of who refused it. */
export interface Trouble {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

/** later: nothing is wrong with it; sign-in: the session is over; refused: a person has to look at it. */
export type TroubleKind = "later" | "signIn" | "refused";

/** What is to be done about a fault. `fetch` throws TypeError where no answer came. Anything unforeseen is thrown on. */
export function judgeTrouble(fault: unknown): { readonly kind: TroubleKind; readonly trouble: Trouble } {
  if (fault instanceof TypeError) return { kind: "later", trouble: noConnection };
  // A passkey's dialogue that was turned down, or a phone that is full: nothing is wrong with what was to be sent.
  if (fault instanceof DOMException) return { kind: "later", trouble: turnedDown(fault) };
  if (!(fault instanceof ProblemError)) throw fault;
  const trouble = { code: fault.code, en: fault.message, zh: fault.detailZh };
  if (fault.code === "SESSION_NONE" || fault.code === "CSRF_WRONG") return { kind: "signIn", trouble };
  const isBusy = fault.status === 429 || fault.status >= 500;
  return { kind: isBusy ? "later" : "refused", trouble };
}

function turnedDown({ name, message }: DOMException): Trouble {
  return { code: name, en: message, zh: message };
}

const noConnection: Trouble = {
  code: "NO_CONNECTION",
  en: "No answer came from the node.",
  zh: "没有收到服务器的答复",
};
