import { textCharsMax, titleCharsMax } from "@mingbai/workflow/content";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import type { ApplicationDraft } from "./application-draft.ts";
import type { FieldFault } from "./check-application.ts";
import { Field } from "./field.tsx";

/** What it is, how much, and why now. */
export function WhatPart({
  draft,
  faults,
  onChange,
}: {
  draft: ApplicationDraft;
  faults: readonly FieldFault[];
  onChange(part: Partial<ApplicationDraft>): void;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  return (
    <>
      <Field id="apply-title" label={t("apply.title")} faults={faults} hint={t("apply.title.hint")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            maxLength={titleCharsMax}
            value={draft.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field id="apply-amount" label={t("apply.amount", { unit })} faults={faults}>
        {(tied) => (
          <input
            {...tied}
            className="field num amount"
            inputMode="decimal"
            maxLength={20}
            value={draft.amount}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
        )}
      </Field>
      <Field id="apply-proposal" label={t("matter.field.proposal")} faults={faults} hint={t("apply.proposal.hint")}>
        {(tied) => (
          <textarea
            {...tied}
            className="field"
            rows={5}
            maxLength={textCharsMax}
            value={draft.proposal}
            onChange={(event) => onChange({ proposal: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
