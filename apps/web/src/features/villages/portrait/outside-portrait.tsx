import { useText } from "../../../i18n/use-text.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { optionText } from "../../registry/form-words.ts";
import { CausesTree } from "./causes-tree.tsx";
import { useHiddenCount } from "./counts.tsx";
import type { Portrait } from "./portrait.ts";
import { PovertyPart } from "./poverty-part.tsx";

/** The village in numbers as they may leave the office: no household, and no group of fewer than five. */
export function OutsidePortrait({ portrait: { outside, incomeLine } }: { portrait: Portrait }) {
  const { t, language } = useText();
  const { moneyWithUnit } = useFormat();
  const line = moneyWithUnit(incomeLine);
  const { households, monitored, income, causes, poverty, tree } = outside;
  return (
    <>
      <p className="note sm">{t("portrait.outside.how")}</p>
      <div className="portrait-parts">
        <ShownCounts title={t("villages.households")} rows={[{ label: t("portrait.all"), count: households }]} />
        <ShownCounts
          title={t("portrait.monitored")}
          rows={monitored.map(({ id, count }) => ({
            label: optionText("household", "monitored", id, language),
            count,
          }))}
        />
        <ShownCounts
          title={t("portrait.income")}
          rows={income.map(({ id, count }) => ({ label: t(`portrait.income.${bandOf(id)}`, { line }), count }))}
        />
        {causes !== null && (
          <ShownCounts
            title={t("portrait.causes")}
            rows={causes.map(({ id, count }) => ({ label: optionText("household", "cause", id, language), count }))}
          />
        )}
      </div>
      {poverty === null ? <p className="sm i2">{t("portrait.poverty.hidden")}</p> : <PovertyPart poverty={poverty} />}
      {tree === null ? <p className="sm i2">{t("portrait.tree.hidden")}</p> : <CausesTree tree={tree} />}
    </>
  );
}

const bands = ["below", "near", "middle", "above", "unknown"] as const;

function bandOf(id: string): (typeof bands)[number] {
  return bands.find((one) => one === id) ?? "unknown";
}

function ShownCounts({
  title,
  rows,
}: {
  title: string;
  rows: readonly { readonly label: string; readonly count: number | "HIDDEN" }[];
}) {
  const { t } = useText();
  const hiddenCount = useHiddenCount();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {rows.length === 0 && <p className="sm i3">{t("village.report.none")}</p>}
      <dl className="shown-counts">
        {rows.map(({ label, count }) => (
          <div key={label} className="row">
            <dt>{label}</dt>
            <dd className="num">{hiddenCount(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
