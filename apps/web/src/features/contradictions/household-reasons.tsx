import type { HouseholdFile } from "@mingbai/registry/views";
import { type HouseholdVerdict, verdictsOfView } from "@mingbai/registry/views/comparison";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { CleaningPart } from "./cleaning-part.tsx";
import { FaultsPart } from "./faults-part.tsx";
import { LevelState } from "./level-state.tsx";
import { ReasonCard } from "./reason-card.tsx";
import { SettledPart } from "./settled-part.tsx";
import { sourceTitle } from "./verdicts-table.ts";

/** All that was found in a household whose file is open: open reasons, faults and proposals of its village's check, what was settled. */
export function HouseholdReasons({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const asked = useView(verdictsOfView, { household: file.household });
  return (
    <PageState
      asked={asked}
      what={t("compare.household")}
      rows={6}
      isEmpty={({ verdict }) => verdict === null}
      empty={<EmptyState title={t("compare.unknown")}>{t("compare.unknown.how")}</EmptyState>}
    >
      {({ verdict }) => verdict && <Found file={file} verdict={verdict} />}
    </PageState>
  );
}

function Found({ file, verdict }: { file: HouseholdFile; verdict: HouseholdVerdict }) {
  const { t } = useText();
  return (
    <>
      <Summary verdict={verdict} />
      {verdict.reasons.length === 0 && <p className="i2">{t("compare.nothingOpen")}</p>}
      <ul className="reason-list">
        {verdict.reasons.map((reason) => (
          <ReasonCard key={reason.digest} file={file} reason={reason} />
        ))}
      </ul>
      <FaultsPart file={file} faults={verdict.faults} />
      <CleaningPart file={file} proposals={verdict.proposals} />
      <SettledPart settled={verdict.settled} />
    </>
  );
}

/** The level, when it was compared, with whose lists, and what could not be. */
function Summary({ verdict }: { verdict: HouseholdVerdict }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const sources = verdict.sources.map((source) => sourceTitle(source, language)).join(t("file.join"));
  return (
    <div className="reasons-summary">
      <p className="row wrap">
        <LevelState level={verdict.level} />
        <span className="i2">{t(`compare.means.${verdict.level}`)}</span>
        <span className="i3 sm num">{t("compare.comparedAt", { time: time(verdict.checkedMs) })}</span>
      </p>
      <p className="sm i2">
        {sources === "" ? t("compare.nobodyKnows") : t("compare.withSources", { sources })}
        {verdict.unasked.length > 0 && ` ${t("compare.unasked", { count: verdict.unasked.length })}`}
        {verdict.hidden > 0 && ` ${t("compare.hidden", { count: verdict.hidden })}`}
      </p>
    </div>
  );
}
