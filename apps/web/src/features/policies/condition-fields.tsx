import { ruleCharsMax } from "@mingbai/registry/content/form/definition";
import { useId } from "react";
import { useText } from "../../i18n/use-text.ts";
import { TextField } from "../../ui/text-field.tsx";
import type { TypedCondition } from "./typed-policy.ts";

const titleCharsMax = 80;
const saysCharsMax = 500;
const wordFields = [
  ["titleZh", titleCharsMax],
  ["titleEn", titleCharsMax],
  ["saysZh", saysCharsMax],
  ["saysEn", saysCharsMax],
] as const;

/** What a rule calls the things that it asks about (`compilePolicy`). */
const ruleNames = { household: "h", people: "people", income: "income", line: "line", reasons: "reasons" };

/** Conditions to keep, to change or to drop. */
export function ConditionFields({
  title,
  conditions,
  onChange,
}: {
  title: string;
  conditions: readonly TypedCondition[];
  onChange(conditions: readonly TypedCondition[]): void;
}) {
  const { t, language } = useText();
  const change = (id: string, part: Partial<TypedCondition>) =>
    onChange(conditions.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <fieldset className="policy-fields">
      <legend>{title}</legend>
      {conditions.map((one) => {
        const name = (language === "zh" ? one.titleZh : one.titleEn) || t("policies.condition.new");
        return (
          <div key={one.id} className="policy-condition">
            <label className="row opinion">
              <input
                type="checkbox"
                checked={one.isKept}
                onChange={({ target }) => change(one.id, { isKept: target.checked })}
              />
              {name}
            </label>
            {one.isKept && (
              <details open={one.isNew}>
                <summary className="sm">{t("policies.condition.edit")}</summary>
                {wordFields.map(([field, charsMax]) => (
                  <TextField
                    key={field}
                    name={t(`policies.condition.${field}`)}
                    charsMax={charsMax}
                    text={one[field]}
                    onChange={(text) => change(one.id, { [field]: text })}
                  />
                ))}
                <RuleField when={one.when} onChange={(when) => change(one.id, { when })} />
              </details>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function RuleField({ when, onChange }: { when: string; onChange(when: string): void }) {
  const { t } = useText();
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {t("policies.rule")}
      </label>
      <textarea
        id={id}
        className="field rule-field"
        rows={2}
        spellCheck={false}
        maxLength={ruleCharsMax}
        value={when}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="sm i3">{t("policies.rule.note", ruleNames)}</p>
    </div>
  );
}
