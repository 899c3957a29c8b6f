import { useText } from "../../i18n/use-text.ts";
import type { ApplicationDraft } from "./application-draft.ts";
import type { FieldFault } from "./check-application.ts";
import { Field } from "./field.tsx";
import type { Known } from "./use-known.ts";

/** Who applies to whom, for which fund, and where the money goes: filled in where it is known. */
export function WhoPart({
  draft,
  known,
  faults,
  onChange,
}: {
  draft: ApplicationDraft;
  known: Known;
  faults: readonly FieldFault[];
  onChange(part: Partial<ApplicationDraft>): void;
}) {
  const { t } = useText();
  const isCorrection = draft.version > 0;
  const isKnown = known.accounts.some(({ account }) => account === draft.payee);
  return (
    <>
      <div className="form-field">
        <span className="label">
          {t("matter.applicant")} <span className="sm i3">{t("apply.source.session")}</span>
        </span>
        <output className="known">{known.applicant}</output>
      </div>
      <Field
        id="apply-to"
        label={t("apply.to")}
        source={isCorrection ? t("apply.source.matter") : undefined}
        faults={faults}
      >
        {(tied) => (
          <select
            {...tied}
            className="field"
            disabled={isCorrection}
            value={draft.to}
            onChange={(event) => onChange({ to: event.target.value })}
          >
            <option value="">{t("apply.choose")}</option>
            {known.addressees.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="apply-fund" label={t("matter.field.terms.fund")} faults={faults} hint={t("apply.fund.hint")}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={draft.fund}
            onChange={(event) => onChange({ fund: event.target.value })}
          >
            <option value="">{t("apply.choose")}</option>
            {known.funds.map(({ number, name }) => (
              <option key={number} value={String(number)}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        id="apply-payee"
        label={t("apply.payee")}
        source={isKnown ? t("apply.source.ledger") : undefined}
        faults={faults}
      >
        {(tied) =>
          known.accounts.length > 0 ? (
            <select
              {...tied}
              className="field"
              value={draft.payee}
              onChange={(event) => onChange({ payee: event.target.value })}
            >
              {!isKnown && <option value={draft.payee}>{draft.payee === "" ? t("apply.choose") : draft.payee}</option>}
              {known.accounts.map(({ account, name }) => (
                <option key={account} value={account}>
                  {t("apply.account", { name: name === "" ? known.applicant : name, end: account.slice(-4) })}
                </option>
              ))}
            </select>
          ) : (
            <input
              {...tied}
              className="field mono"
              maxLength={16}
              value={draft.payee}
              onChange={(event) => onChange({ payee: event.target.value.trim().toLowerCase() })}
            />
          )
        }
      </Field>
    </>
  );
}
