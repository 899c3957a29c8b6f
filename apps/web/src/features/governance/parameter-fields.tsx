import { type ParameterName, parameterNames, parameters } from "@mingbai/governance/schema/parameters";
import { useText } from "../../i18n/use-text.ts";
import { TextField } from "../../ui/text-field.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { FieldsOf } from "./fields-of.ts";
import { OptionField } from "./option-field.tsx";
import { OrganisationField } from "./organisation-field.tsx";
import { useChangeWords } from "./use-change-words.ts";

const charsMax = 24;

/** A number of policy: which one, whose, and what it becomes. */
export function ParameterFields({ typed, settings, change }: FieldsOf) {
  const { t, language } = useText();
  const { unit: moneyUnit, moneyWithUnit } = useFormat();
  const { valueText } = useChangeWords();
  const name: ParameterName = parameterNames.find((one) => one === typed.name) ?? "ledger.quotaUnitsPerMinute";
  const { scope, unit, min, max, mayBeNone } = parameters[name];
  const unitText = unit === "money" ? moneyUnit : t(`governance.unit.${unit}`);
  const figure = (value: number) => (unit === "money" ? moneyWithUnit(value) : value.toLocaleString(language));
  const now = settings.parameters.find((one) => one.name === name);
  const bounds = t("governance.new.bounds", { min: figure(min), max: figure(max) });
  return (
    <>
      <OptionField
        name={t("governance.new.parameter")}
        value={name}
        options={parameterNames.map((one) => ({ value: one, label: parameters[one].title[language] }))}
        onChange={(chosen) => change({ name: chosen, value: "", isNone: false })}
      />
      {scope === "organisation" && (
        <OrganisationField
          name={t("governance.new.organisation")}
          value={typed.organisation}
          onChange={(organisation) => change({ organisation })}
        />
      )}
      {scope === "fund" && (
        <TextField
          name={t("governance.new.fund")}
          charsMax={charsMax}
          text={typed.fund}
          onChange={(fund) => change({ fund })}
        />
      )}
      <TextField
        name={t("governance.new.value", { unit: unitText })}
        note={now ? t("governance.new.nowAndBounds", { value: valueText(name, now.value), bounds }) : bounds}
        charsMax={charsMax}
        text={typed.value}
        onChange={(value) => change({ value, isNone: false })}
      />
      {mayBeNone && (
        <div className="choices">
          <label>
            <input
              type="checkbox"
              checked={typed.isNone}
              onChange={(event) => change({ isNone: event.target.checked, value: "" })}
            />
            {t("governance.new.value.none")}
          </label>
        </div>
      )}
    </>
  );
}
