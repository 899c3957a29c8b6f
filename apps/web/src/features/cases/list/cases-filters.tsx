import { caseKinds, stages } from "@mingbai/registry/stages";
import { useText } from "../../../i18n/use-text.ts";
import { FilterSelect } from "../../../ui/filter-select.tsx";
import { TabLinks } from "../../../ui/tab-links.tsx";
import { AreaFilter } from "../../registry/area-filter.tsx";
import { boxes, boxOf, type CaseFilter, caseAddress, inBox } from "./list-address.ts";
import type { CasesPage } from "./use-case-rows.ts";

/** Open, mine, overdue, ended: links with counts, so that each can be kept and sent. */
export function CasesTabs({ filter, counts }: { filter: CaseFilter; counts: CasesPage["counts"] | undefined }) {
  const { t } = useText();
  const here = boxOf(filter);
  const tabs = boxes.map((box) => ({
    to: `?${caseAddress.write(inBox(filter, box))}`,
    words: t(`cases.box.${box}`),
    isHere: box === here,
    count: counts?.[box],
    isBad: box === "overdue",
  }));
  return <TabLinks name={t("cases.boxes")} tabs={tabs} />;
}

/** Kind, stage and place. Every change goes into the page's address. */
export function CasesFilters({ filter, onChange }: { filter: CaseFilter; onChange(part: CaseFilter): void }) {
  const { t } = useText();
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
      <AreaFilter area={filter.area} onChange={(area) => onChange({ area })} />
    </search>
  );
}
