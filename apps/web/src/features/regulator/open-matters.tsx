import { recoveriesView } from "@mingbai/identity/views";
import { bankDaysView } from "@mingbai/treasury/views/bank-close";
import { queueView } from "@mingbai/workflow/views";
import { useId } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";

const refreshMs = 15_000;
const fresh = { everyMs: refreshMs };

/** What is not settled yet: each count opens its list. */
export function OpenMatters() {
  const { t } = useText();
  const id = useId();
  const overdue = useView(queueView, { box: "overdue", limit: 1 }, fresh);
  const disputed = useView(queueView, { box: "all", stage: "disputed", limit: 1 }, fresh);
  const days = useView(bankDaysView, {}, fresh);
  const recoveries = useView(recoveriesView, {}, fresh);
  const counts = [
    ["disputed", disputed.data?.counts.all, "/work?box=all&stage=disputed"],
    ["overdue", overdue.data?.counts.overdue, "/work?box=overdue"],
    ["differences", days.data?.openDifferences, "/reconciliation"],
    ["recoveries", recoveries.data?.rows.length, "/people"],
  ] as const;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t("regulator.open")}</h2>
      <dl className="facts">
        {counts.map(([name, count, to]) => (
          <div key={name}>
            <dt>{t(`regulator.open.${name}`)}</dt>
            <dd className="num">
              <Link to={to} aria-label={`${t(`regulator.open.${name}`)} ${count ?? ""}`}>
                {count === undefined ? "—" : countText(count)}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
