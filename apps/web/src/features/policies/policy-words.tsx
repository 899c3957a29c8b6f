import type { EntryPolicy, PolicyCondition } from "@mingbai/registry/content/policy/entry-policy";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";

const steps = ["villageCheck", "review", "publicNotice", "decision", "observation"] as const;

/** A policy in words: whom it takes in, how income is counted, within which days, and who leaves; each condition with its rule. */
export function PolicyWords({ policy }: { policy: EntryPolicy }) {
  const { t, language } = useText();
  const { moneyWithUnit } = useFormat();
  const { incomeLine, formula, conditions, days, exit } = policy;
  const names = (kinds: EntryPolicy["formula"]["adds"]) =>
    kinds.map(({ words }) => words[language]).join(t("cases.or"));
  return (
    <>
      <section aria-labelledby="policy-line">
        <h2 id="policy-line">{t("policies.line")}</h2>
        <p>
          <b className="num">{moneyWithUnit(incomeLine)}</b> {t("policies.line.unit")}
        </p>
        <p className="i2">{t("policies.formula", { adds: names(formula.adds), deducts: names(formula.deducts) })}</p>
      </section>
      <Conditions
        id="policy-entry"
        title={t("policies.entry")}
        lead={t("policies.entry.all")}
        conditions={conditions}
      />
      <Conditions
        id="policy-exit"
        title={t("policies.exit")}
        lead={t("policies.exit.all", { income: exit.incomeMonths, observed: exit.observationMonths })}
        conditions={exit.conditions}
      />
      <section aria-labelledby="policy-days">
        <h2 id="policy-days">{t("policies.days")}</h2>
        <dl className="field-facts">
          {steps.map((step) => (
            <div key={step}>
              <dt>{t(`policies.days.${step}`)}</dt>
              <dd className="num">{t("policies.days.count", { count: days[step] })}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Conditions({
  id,
  title,
  lead,
  conditions,
}: {
  id: string;
  title: string;
  lead: string;
  conditions: readonly PolicyCondition[];
}) {
  const { t, language } = useText();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="i2">{lead}</p>
      <ol className="policy-conditions">
        {conditions.map((condition) => (
          <li key={condition.id}>
            <b>{condition.title[language]}</b>
            <p className="i2">{sayingOf(condition.says[language])}</p>
            <details>
              <summary className="sm">{t("policies.rule")}</summary>
              <code>{condition.when}</code>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What it says of a household, with the places of its numbers left open. */
function sayingOf(says: string): string {
  return says.replaceAll(/\{[^}]+\}/g, "…");
}
