import "./offers.css";
import { offerAboutCharsMax, offerTitleCharsMax, takersPerOfferMax } from "@mingbai/treasury/schema/offers";
import { type FormEvent, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { EmptyState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { placeKey } from "../pay/pay-plan.ts";
import { usePurse } from "../pay/use-purse.ts";
import { DayField } from "../people/day-field.tsx";
import { AudienceFields } from "./audience-fields.tsx";
import { checkOffer, emptyOffer, type OfferFault, type TypedOffer } from "./check-offer.ts";
import { ProposeSigning } from "./propose-signing.tsx";
import { whoMay } from "./who-may.ts";

/** An office's form for a new offer. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("new.title")}>
      <NewOffer />
    </SignedInOnly>
  );
}

function NewOffer() {
  const { t } = useText();
  const may = whoMay(useSession()?.roles);
  return (
    <div className="page">
      <PageTitle title={t("new.title")} />
      {may.propose ? <OfferForm /> : <EmptyState title={t("offers.notYours")} />}
    </div>
  );
}

/** Money of an office that may be offered. */
function usePlaces() {
  const purse = usePurse();
  const offices = new Set(purse.accounts.filter(({ kind }) => kind === "office").map(({ account }) => account));
  const places = (purse.places ?? []).filter(
    ({ holder, standing, freeMinor }) => offices.has(holder) && standing === "open" && freeMinor > 0,
  );
  return { places, funds: purse.funds };
}

function OfferForm() {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const { currency, zoneOffsetMinutes } = useLedger();
  const nowMs = useNow();
  const { places, funds } = usePlaces();
  const [typed, setTyped] = useState<TypedOffer>(emptyOffer);
  const [isAsked, setAsked] = useState(false);
  const [isSigning, setSigning] = useState(false);
  const change = (part: Partial<TypedOffer>) => setTyped((before) => ({ ...before, ...part }));
  const place = places.find((one) => placeKey(one) === typed.place);
  const known = { freeMinor: place?.freeMinor, decimals: currency.decimals, nowMs, zoneOffsetMinutes };
  const checked = checkOffer(typed, known);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (checked.fault === undefined) setSigning(true);
  };
  const sum = moneyWithUnit(checked.sumMinor);
  return (
    <form className="offer-form" onSubmit={submit} noValidate>
      <WordsFields typed={typed} change={change} />
      <MoneyFields typed={typed} change={change} places={places} />
      <div className="offer-fields">
        <DayField
          name={t("new.from")}
          note={t("new.from.note")}
          day={typed.from}
          onChange={(from) => change({ from })}
        />
        <DayField name={t("new.until")} day={typed.until} onChange={(until) => change({ until })} />
      </div>
      <AudienceFields typed={typed} change={change} />
      <p>
        <b>{t("new.sum", { sum })}</b>
      </p>
      <p className="sm i2">{t("new.rule")}</p>
      {isAsked && checked.fault !== undefined && (
        <Fault fault={checked.fault} sum={sum} free={moneyWithUnit(place?.freeMinor ?? 0)} />
      )}
      <p>
        <button type="submit" className="btn p">
          {t("new.go")}
        </button>
      </p>
      {isSigning && place && checked.fault === undefined && (
        <ProposeSigning
          typed={typed}
          checked={checked}
          from={{
            holder: place.holder,
            fund: funds.find(({ id }) => id === place.fund.id)?.number ?? 0,
            tranche: place.tranche,
          }}
          close={() => setSigning(false)}
        />
      )}
    </form>
  );
}

function Fault({ fault, sum, free }: { fault: OfferFault; sum: string; free: string }) {
  const { t } = useText();
  return (
    <p className="note bad" role="alert">
      <Icon name="cross" />
      <span>{t(`new.fault.${fault}`, { max: takersPerOfferMax, sum, free })}</span>
    </p>
  );
}

export interface FieldsOf {
  readonly typed: TypedOffer;
  change(part: Partial<TypedOffer>): void;
}

function WordsFields({ typed, change }: FieldsOf) {
  const { t } = useText();
  return (
    <>
      <Field name={t("new.name")}>
        {(id) => (
          <input
            id={id}
            className="field"
            maxLength={offerTitleCharsMax}
            value={typed.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <Field name={t("new.about")} note={t("new.about.note")}>
        {(id) => (
          <textarea
            id={id}
            className="field"
            rows={2}
            maxLength={offerAboutCharsMax}
            value={typed.about}
            onChange={({ target }) => change({ about: target.value })}
          />
        )}
      </Field>
    </>
  );
}

function MoneyFields({ typed, change, places }: FieldsOf & { places: ReturnType<typeof usePlaces>["places"] }) {
  const { t } = useText();
  const { unit, moneyWithUnit } = useFormat();
  const amount = (name: "each" | "count" | "perDay", label: string) => (
    <Field name={label}>
      {(id) => (
        <input
          id={id}
          className="field num"
          inputMode={name === "count" ? "numeric" : "decimal"}
          autoComplete="off"
          value={typed[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field name={t("new.place")}>
        {(id) => (
          <select
            id={id}
            className="field"
            value={typed.place}
            onChange={({ target }) => change({ place: target.value })}
          >
            <option value="">{t(places.length === 0 ? "new.place.none" : "new.choose")}</option>
            {places.map((place) => (
              <option key={placeKey(place)} value={placeKey(place)}>
                {t("new.place.one", {
                  fund: place.fund.name,
                  tranche: place.tranche,
                  free: moneyWithUnit(place.freeMinor),
                })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="offer-fields">
        {amount("each", t("new.each", { unit }))}
        {amount("count", t("new.count"))}
        {amount("perDay", t("new.perDay", { unit }))}
      </div>
    </>
  );
}
