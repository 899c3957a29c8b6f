import { isBelowLine } from "@mingbai/measures/income/net-income";
import { policiesView } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { Link } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { inOrder, personName } from "../../registry/file/household-words.ts";
import { findNetIncome } from "../../registry/file/money-sums.ts";
import { optionText } from "../../registry/form-words.ts";
import { usePlaceText } from "../../registry/list/household-rows.tsx";

/** What its opened file says of the household in a few lines: who lives there, how it stands, what it lives on by the case's policy. */
export function HouseholdSummary({ file, policy }: { file: HouseholdFile; policy: number }) {
  const { t, language } = useText();
  const { moneyWithUnit } = useFormat();
  const placeText = usePlaceText();
  const policies = useView(policiesView, {});
  const income = findNetIncome(file);
  const lineFen = policies.data?.rows.find(({ version }) => version === policy)?.policy.incomeLine;
  const people = inOrder(file.residents).flatMap(({ values }) => personName(values) || []);
  const monitored = optionText("household", "monitored", file.monitored, language);
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{t("cases.summary")}</h2>
      <dl className="field-facts">
        <div>
          <dt>{t("registry.village")}</dt>
          <dd>{placeText(file)}</dd>
        </div>
        <div>
          <dt>{t("registry.people")}</dt>
          <dd>
            {t("registry.peopleCount", { count: file.residents.length })}
            <span className="sm i2"> {people.join(t("file.join"))}</span>
          </dd>
        </div>
        <div>
          <dt>{t("registry.monitored")}</dt>
          <dd>{monitored === "" ? t("cases.notMonitored") : monitored}</dd>
        </div>
        <div>
          <dt>{t("registry.cause")}</dt>
          <dd>{optionText("household", "cause", file.cause, language) || "—"}</dd>
        </div>
        <div>
          <dt>{t("file.perHead")}</dt>
          <dd>
            {income === undefined ? t("cases.noIncome") : moneyWithUnit(income.perPersonFen)}
            {income !== undefined && lineFen !== undefined && (
              <span className={isBelowLine(income, lineFen) ? "sm warn" : "sm ok"}>
                {" "}
                {t(isBelowLine(income, lineFen) ? "cases.belowLine" : "cases.aboveLine", {
                  line: moneyWithUnit(lineFen),
                })}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t("registry.responsible")}</dt>
          <dd>{file.responsible?.name ?? t("file.noResponsible")}</dd>
        </div>
      </dl>
      <p className="not-print">
        <Link className="btn s" to={`/registry/${file.household}`}>
          <Icon name="home" size={14} />
          {t("cases.toFile")}
        </Link>
      </p>
    </section>
  );
}
