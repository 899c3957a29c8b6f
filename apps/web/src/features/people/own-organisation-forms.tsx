import { areasView, type peopleView, rulesView } from "@mingbai/identity/views";
import { useState } from "react";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { Field } from "../../ui/field.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { useFormat } from "../../ui/use-format.ts";
import { parseAmount } from "../payments/parse-amount.ts";
import { AreaSelect } from "./area-select.tsx";
import { ActForm } from "./form-parts.tsx";
import { LimitText } from "./limit-text.tsx";

type Organisation = ResultOf<typeof peopleView>["organisation"];
const forms = { limit: LimitForm, place: PlaceForm } as const;
type FormName = keyof typeof forms;

/** What an administrator sets for their own organisation: its limit for keys that are no passkeys, and its area. */
export function OwnOrganisationForms({ organisation }: { organisation: Organisation }) {
  const { t } = useText();
  const [open, setOpen] = useState<FormName>();
  const { data: rules } = useView(rulesView, {});
  const own = rules?.limits.find((one) => one.organisation.id === organisation.id);
  const Form = open === undefined ? undefined : forms[open];
  return (
    <>
      {rules && (
        <p>
          {t("people.limit.of")} <LimitText limit={own ?? { amount: rules.normalLimit, next: null }} />
        </p>
      )}
      <div className="row wrap acts-bar">
        {(Object.keys(forms) as FormName[]).map((name) => (
          <button key={name} type="button" className="btn" aria-expanded={open === name} onClick={() => setOpen(name)}>
            {t(`people.${name}`)}
          </button>
        ))}
      </div>
      {Form && <Form key={open} organisation={organisation} close={() => setOpen(undefined)} />}
    </>
  );
}

function LimitForm({ close }: { organisation: Organisation; close(): void }) {
  const { t } = useText();
  const { currency } = useLedger();
  const { unit, moneyWithUnit } = useFormat();
  const [text, setText] = useState("");
  const [isNone, setNone] = useState(false);
  const plan = () => {
    const amount = isNone ? undefined : parseAmount(text, currency.decimals);
    if (!isNone && (amount === undefined || amount === null || amount < 0)) return t("people.need.amount");
    return {
      command: "identity.setApprovalLimit",
      title: t("people.limit"),
      sentence:
        typeof amount === "number"
          ? t("people.sentence.limit", { limit: moneyWithUnit(amount) })
          : t("people.sentence.limit.none"),
      input: () => (typeof amount === "number" ? { amount } : {}),
    };
  };
  return (
    <ActForm title={t("people.limit")} plan={plan} close={close}>
      <Field name={t("people.limit.amount", { unit })} note={t("people.limit.note")}>
        {(id) => (
          <input
            id={id}
            className="field num"
            inputMode="decimal"
            autoComplete="off"
            disabled={isNone}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="choices">
        <label>
          <input type="checkbox" checked={isNone} onChange={(event) => setNone(event.target.checked)} />
          {t("people.limit.none")}
        </label>
      </div>
    </ActForm>
  );
}

function PlaceForm({ organisation, close }: { organisation: Organisation; close(): void }) {
  const { t, language } = useText();
  const [area, setArea] = useState(organisation.area?.id ?? "");
  const { data } = useView(areasView, {});
  const plan = () => {
    const chosen = data?.rows.find(({ id }) => id === area);
    if (chosen === undefined) return t("people.need.area");
    return {
      command: "identity.placeOrganisation",
      title: t("people.place"),
      sentence: t("people.sentence.place", {
        organisation: organisation.name[language],
        area: chosen.name[language],
      }),
      input: () => ({ area }),
    };
  };
  return (
    <ActForm title={t("people.place")} plan={plan} close={close}>
      <AreaSelect name={t("people.area")} areas={data?.rows ?? []} area={area} onChange={setArea} />
    </ActForm>
  );
}
