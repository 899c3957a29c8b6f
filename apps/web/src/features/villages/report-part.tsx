import { levels } from "@mingbai/registry/content/compare/verdict";
import type { VillageReport } from "@mingbai/registry/views/village-report";
import { useSearchParams } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { levelLooks, ruleTitle } from "../contradictions/reason/level-words.ts";
import { useFaultTitle } from "./fault-title.ts";
import { FoundGroups } from "./found-groups.tsx";
import { ReportRows } from "./report-rows.tsx";

/** What the last check found: counts by level, what was found how often, and the households behind each number. */
export function ReportPart({ report }: { report: VillageReport }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const faultTitle = useFaultTitle();
  const [search, setSearch] = useSearchParams();
  const shown = search.get("show") ?? "";
  const show = (group: string) =>
    setSearch(group === shown ? {} : { show: group }, { replace: true, preventScrollReset: true });
  const groups = [
    ...levels.map((level) => ({ id: `level.${level}`, households: report.levels[level] })),
    ...(["open", "settled", "faults", "proposals"] as const).flatMap((kind) =>
      report[kind].map(({ id, households }) => ({ id: `${kind}.${id}`, households })),
    ),
  ];
  const only = groups.find(({ id }) => id === shown)?.households;
  return (
    <>
      <p className="sm i2 num">
        {t("village.report.of", { count: report.households, people: countText(report.people) })}{" "}
        {t("compare.comparedAt", { time: time(report.checkedMs) })}{" "}
        {report.unchecked > 0 && <b>{t("village.report.unchecked", { count: report.unchecked })}</b>}
      </p>
      <fieldset className="level-buttons">
        <legend className="sr">{t("compare.level")}</legend>
        {levels.map((level) => (
          <button
            key={level}
            type="button"
            className="btn"
            aria-pressed={shown === `level.${level}`}
            onClick={() => show(`level.${level}`)}
          >
            <span className={levelLooks[level].tone}>
              <Icon name={levelLooks[level].icon} />
            </span>
            {t(`compare.level.${level}`)}
            <b className="num">{countText(report.levels[level].length)}</b>
          </button>
        ))}
      </fieldset>
      <div className="report-groups">
        <FoundGroups
          kind="open"
          title={t("village.report.open")}
          groups={report.open}
          titleOf={(id) => ruleTitle(id, language)}
          shown={shown}
          show={show}
        />
        <FoundGroups
          kind="faults"
          title={t("village.report.faults")}
          groups={report.faults}
          titleOf={faultTitle}
          shown={shown}
          show={show}
        />
        <FoundGroups
          kind="proposals"
          title={t("village.report.proposals")}
          groups={report.proposals}
          titleOf={(id) =>
            id === "spelling" || id === "identityNumber" ? t(`clean.because.${id}`) : t("village.byFacts")
          }
          shown={shown}
          show={show}
        />
        <FoundGroups
          kind="settled"
          title={t("village.report.settled")}
          groups={report.settled}
          titleOf={(id) => ruleTitle(id, language)}
          shown={shown}
          show={show}
        />
      </div>
      <ReportRows report={report} only={only} />
    </>
  );
}
