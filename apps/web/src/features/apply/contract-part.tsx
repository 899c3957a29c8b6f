import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import type { ApplicationDraft } from "./application-draft.ts";
import type { FieldFault } from "./check-application.ts";
import { Field } from "./field.tsx";

const ids = {
  number: "apply-contract-number",
  party: "apply-contract-party",
  signedOn: "apply-contract-day",
  amount: "apply-contract-amount",
} as const;
const names = ["number", "party", "signedOn", "amount"] as const;

/** The contract, where there is one: left wholly empty it is left out. */
export function ContractPart({
  contract,
  faults,
  onChange,
}: {
  contract: ApplicationDraft["contract"];
  faults: readonly FieldFault[];
  onChange(contract: ApplicationDraft["contract"]): void;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  return (
    <fieldset className="form-pair">
      <legend>{t("apply.contract")}</legend>
      {names.map((name) => (
        <Field key={name} id={ids[name]} label={t(`apply.contract.${name}`, { unit })} faults={faults}>
          {(tied) => (
            <input
              {...tied}
              type={name === "signedOn" ? "date" : "text"}
              className="field"
              maxLength={name === "number" ? 60 : 120}
              {...(name === "amount" ? { inputMode: "decimal" } : {})}
              value={contract[name]}
              onChange={(event) => onChange({ ...contract, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
