import { areasView, organisationsView } from "@mingbai/identity/views";
import { merchantsView } from "@mingbai/treasury/views/offers";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Field } from "../../ui/field.tsx";
import type { TypedOffer } from "./check-offer.ts";

interface FieldsOf {
  readonly typed: TypedOffer;
  change(part: Partial<TypedOffer>): void;
}

/** Who may take the offer, and with which merchants it is spent. */
export function AudienceFields({ typed, change }: FieldsOf) {
  const { t, language } = useText();
  const organisations = useView(organisationsView, {}).data?.rows ?? [];
  return (
    <div className="offer-fields">
      <Field name={t("new.who")}>
        {(id) => (
          <Choice
            id={id}
            value={typed.who}
            options={(["anyone", "residents", "organisation"] as const).map((kind) => [kind, t(`new.who.${kind}`)])}
            onChange={(who) => change({ who })}
          />
        )}
      </Field>
      {typed.who === "residents" && <AreaChoice area={typed.area} onChange={(area) => change({ area })} />}
      {typed.who === "organisation" && (
        <Field name={t("new.organisation")}>
          {(id) => (
            <Choice
              id={id}
              value={typed.organisation}
              options={[["", t("new.choose")], ...organisations.map((row) => [row.id, row.name[language]] as const)]}
              onChange={(organisation) => change({ organisation })}
            />
          )}
        </Field>
      )}
      <Field name={t("new.where")}>
        {(id) => (
          <Choice
            id={id}
            value={typed.where}
            options={(["registered", "area", "listed"] as const).map((kind) => [kind, t(`new.where.${kind}`)])}
            onChange={(where) => change({ where })}
          />
        )}
      </Field>
      {typed.where === "area" && <AreaChoice area={typed.shopsArea} onChange={(shopsArea) => change({ shopsArea })} />}
      {typed.where === "listed" && <ShopChoice typed={typed} change={change} />}
    </div>
  );
}

function Choice<Value extends string>({
  id,
  value,
  options,
  onChange,
}: {
  id: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange(value: Value): void;
}) {
  const chosen = (text: string) => options.find(([one]) => one === text)?.[0];
  return (
    <select
      id={id}
      className="field"
      value={value}
      onChange={({ target }) => {
        const next = chosen(target.value);
        if (next !== undefined) onChange(next);
      }}
    >
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  );
}

export function AreaChoice({
  area,
  onChange,
  none,
}: {
  area: string;
  onChange(area: string): void;
  /** What stands for no area. */
  none?: string;
}) {
  const { t, language } = useText();
  const rows = useView(areasView, {}).data?.rows ?? [];
  return (
    <Field name={t("new.area")}>
      {(id) => (
        <Choice
          id={id}
          value={area}
          options={[["", none ?? t("new.choose")], ...rows.map((row) => [row.id, row.name[language]] as const)]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

function ShopChoice({ typed: { shops }, change }: FieldsOf) {
  const { t } = useText();
  const organisation = useSession()?.organisation ?? "";
  const { data } = useView(merchantsView, { organisation });
  const rows = data?.rows ?? [];
  return (
    <fieldset className="shop-choice">
      <legend>{t("new.where.listed")}</legend>
      {data !== undefined && rows.length === 0 && <p className="i2">{t("new.shops.none")}</p>}
      {rows.map(({ merchant }) => (
        <label key={merchant.account}>
          <input
            type="checkbox"
            checked={shops.includes(merchant.account)}
            onChange={({ target }) =>
              change({
                shops: target.checked
                  ? [...shops, merchant.account]
                  : shops.filter((account) => account !== merchant.account),
              })
            }
          />
          {merchant.name}
        </label>
      ))}
    </fieldset>
  );
}
