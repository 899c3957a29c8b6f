import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { ApplicationContent } from "@mingbai/workflow/content";
import type { Terms } from "@mingbai/workflow/schema";
import { parseAmount } from "../payments/parse-amount.ts";
import type { ApplicationDraft } from "./application-draft.ts";

/** What is wrong with a field, by the id of its input. */
export interface FieldFault {
  readonly field: string;
  /** sending: papers are still on their way. */
  readonly fault: "needed" | "amount" | "account" | "day" | "sending";
}

/** What is ready to be signed. */
export interface ReadyApplication {
  readonly terms: Terms;
  readonly content: ApplicationContent & CanonicalObject;
}

const accountPattern = /^(?!0{16})[0-9a-f]{16}$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Looks through a draft in the order of the page: every fault, and the content where there is none. */
export function checkApplication(
  draft: ApplicationDraft,
  decimals: number,
  isSending = false,
): { readonly faults: readonly FieldFault[]; readonly ready: ReadyApplication | undefined } {
  const faults: FieldFault[] = [];
  const needed = (field: string, text: string): string => {
    if (text.trim() === "") faults.push({ field, fault: "needed" });
    return text.trim();
  };
  const amountOf = (field: string, text: string): number => {
    const minor = parseAmount(text, decimals);
    if (minor === undefined) faults.push({ field, fault: "needed" });
    else if (minor === null || minor < 1) faults.push({ field, fault: "amount" });
    return minor ?? 0;
  };
  const dayOf = (field: string, text: string): string => {
    if (!dayPattern.test(text)) faults.push({ field, fault: text === "" ? "needed" : "day" });
    return text;
  };
  needed("apply-to", draft.to);
  const fund = Number(needed("apply-fund", draft.fund));
  const payee = needed("apply-payee", draft.payee);
  if (payee !== "" && !accountPattern.test(payee)) faults.push({ field: "apply-payee", fault: "account" });
  const title = needed("apply-title", draft.title);
  const amount = amountOf("apply-amount", draft.amount);
  const proposal = needed("apply-proposal", draft.proposal);
  const typed = Object.values(draft.contract).some((text) => text.trim() !== "");
  const contract = typed
    ? {
        number: needed("apply-contract-number", draft.contract.number),
        party: draft.contract.party.trim(),
        signedOn: dayOf("apply-contract-day", draft.contract.signedOn),
        amount: amountOf("apply-contract-amount", draft.contract.amount),
      }
    : undefined;
  const invoices = draft.invoices.map(({ key, number, seller, issuedOn, amount: text }) => ({
    number: needed(`invoice-${key}-number`, number),
    seller: needed(`invoice-${key}-seller`, seller),
    issuedOn: dayOf(`invoice-${key}-day`, issuedOn),
    amount: amountOf(`invoice-${key}-amount`, text),
  }));
  if (isSending) faults.push({ field: "apply-files", fault: "sending" });
  if (faults.length > 0) return { faults, ready: undefined };
  const files = draft.files.map((file) => ({ ...file }));
  const content = { kind: "application" as const, title, proposal, ...(contract && { contract }), invoices, files };
  return { faults, ready: { terms: { payee, fund, amount }, content } };
}

/** What the invoices add up to, where each can be read; undefined without any. */
export function invoicesSum(draft: ApplicationDraft, decimals: number): number | undefined {
  const amounts = draft.invoices.map(({ amount }) => parseAmount(amount, decimals));
  if (amounts.length === 0 || amounts.some((minor) => typeof minor !== "number")) return undefined;
  return amounts.reduce<number>((sum, minor) => sum + (minor ?? 0), 0);
}
