import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import type { ApplicationDraft } from "./application-draft.ts";

/** The words on a field's label, by the id of its input, for the summary of what is missing. */
export function useFaultLabels(draft: ApplicationDraft): (field: string) => string {
  const { t } = useText();
  const { unit } = useFormat();
  const labels: Readonly<Record<string, string>> = {
    "apply-to": t("apply.to"),
    "apply-fund": t("matter.field.terms.fund"),
    "apply-payee": t("apply.payee"),
    "apply-title": t("apply.title"),
    "apply-files": t("matter.field.files"),
    "apply-amount": t("apply.amount", { unit }),
    "apply-proposal": t("matter.field.proposal"),
    "apply-contract-number": t("apply.contract.number"),
    "apply-contract-day": t("apply.contract.signedOn"),
    "apply-contract-amount": t("apply.contract.amount", { unit }),
  };
  const ofInvoice: Readonly<Record<string, string>> = {
    number: t("apply.invoice.number"),
    seller: t("apply.invoice.seller"),
    day: t("apply.invoice.day"),
    amount: t("apply.invoice.amount", { unit }),
  };
  return (field) => {
    const invoice = /^invoice-(\w+)-(\w+)$/.exec(field);
    if (!invoice) return labels[field] ?? field;
    const [, key = "", part = ""] = invoice;
    const number = draft.invoices.findIndex((one) => one.key === key) + 1;
    return `${t("apply.invoice", { number })} ${ofInvoice[part] ?? part}`;
  };
}
