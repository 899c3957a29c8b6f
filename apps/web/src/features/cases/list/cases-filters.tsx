import { caseKinds, stages } from "@mingbai/registry/stages";
import { placesView } from "@mingbai/registry/views/places";
import { Link } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { FilterSelect } from "../../../ui/filter-select.tsx";
import { countText } from "../../../ui/format-money.ts";
import { boxes, boxOf, type CaseFilter, caseAddress, inBox } from "./list-address.ts";
import type { CasesPage } from "./use-case-rows.ts";

/** Open, mine, overdue, ended: links with counts, so that each can be kept and sent. */
export function CasesTabs({ filter, counts }: { filter: CaseFilter; counts: CasesPage["counts"] | undefined }) {
  const { t } = useText();
  const here = boxOf(filter);
  return (
    <nav className="tab-links" aria-label={t("cases.boxes")}>
      {boxes.map((box) => (
        <Link
          key={box}
          to={`?${caseAddress.write(inBox(filter, box))}`}
          aria-current={box === here ? "page" : undefined}
          replace
        >
          {t(`cases.box.${box}`)}{" "}
          {counts && (
            <span className={box === "overdue" && counts[box] > 0 ? "num bad" : "num i3"}>
              {countText(counts[box])}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

/** Kind, stage and place. Every change goes into the page's address. */
export function CasesFilters({ filter, onChange }: { filter: CaseFilter; onChange(part: CaseFilter): void }) {
  const { t, language } = useText();
  const places = useView(placesView, {});
  return (
    <search className="filters open" aria-label={t("registry.filters")}>
      <FilterSelect
        label={t("cases.kind")}
        any={t("cases.kind.any")}
        value={filter.kind}
        options={caseKinds.map((kind) => ({ value: kind, label: t(`cases.kind.${kind}`) }))}
        onChange={(value) => onChange({ kind: caseKinds.find((one) => one === value) })}
      />
      <FilterSelect
        label={t("cases.stands")}
        any={t("cases.stage.any")}
        value={filter.stage}
        options={stages.map((stage) => ({ value: stage, label: t(`cases.stage.${stage}`) }))}
        onChange={(value) => onChange({ stage: stages.find((one) => one === value) })}
      />
      <FilterSelect
        label={t("registry.village")}
        any={t("registry.filter.area")}
        value={filter.area}
        options={places.data?.rows.map(({ area }) => ({ value: area.id, label: area[language] })) ?? []}
        onChange={(area) => onChange({ area })}
      />
    </search>
  );
}
