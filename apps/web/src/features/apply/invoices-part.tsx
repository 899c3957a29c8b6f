import { filesMax } from "@mingbai/workflow/content";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type DraftInvoice, emptyInvoice } from "./application-draft.ts";
import type { FieldFault } from "./check-application.ts";
import { Field } from "./field.tsx";

/** Invoices one by one, as many as there are. */
export function InvoicesPart({
  invoices,
  seller,
  faults,
  onChange,
}: {
  invoices: readonly DraftInvoice[];
  /** Who usually sells: the applicant. */
  seller: string;
  faults: readonly FieldFault[];
  onChange(invoices: DraftInvoice[]): void;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  const set = (key: string, part: Partial<DraftInvoice>) =>
    onChange(invoices.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <>
      {invoices.map((invoice, index) => {
        const { key } = invoice;
        const input = (name: "number" | "seller" | "issuedOn" | "amount", id: string, label: string, type = "text") => (
          <Field id={id} label={label} faults={faults}>
            {(tied) => (
              <input
                {...tied}
                type={type}
                className="field"
                maxLength={120}
                {...(name === "amount" ? { inputMode: "decimal" } : {})}
                value={invoice[name]}
                onChange={(event) => set(key, { [name]: event.target.value })}
              />
            )}
          </Field>
        );
        return (
          <fieldset key={key} className="form-pair invoice">
            <legend>{t("apply.invoice", { number: index + 1 })}</legend>
            {input("number", `invoice-${key}-number`, t("apply.invoice.number"))}
            {input("amount", `invoice-${key}-amount`, t("apply.invoice.amount", { unit }))}
            {input("seller", `invoice-${key}-seller`, t("apply.invoice.seller"))}
            {input("issuedOn", `invoice-${key}-day`, t("apply.invoice.day"), "date")}
            <button
              type="button"
              className="btn s t"
              onClick={() => onChange(invoices.filter((one) => one.key !== key))}
            >
              {t("apply.invoice.remove", { number: index + 1 })}
            </button>
          </fieldset>
        );
      })}
      {invoices.length < filesMax && (
        <button
          id="apply-add-invoice"
          type="button"
          className="btn"
          onClick={() => onChange([...invoices, { ...emptyInvoice(), seller }])}
        >
          <Icon name="plus" size={14} />
          {t("apply.invoice.add")}
        </button>
      )}
    </>
  );
}
