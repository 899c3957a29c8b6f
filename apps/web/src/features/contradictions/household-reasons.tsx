import type { HouseholdFile } from "@mingbai/registry/views/household";
import { type HouseholdVerdict, verdictsOfView } from "@mingbai/registry/views/household-verdict";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { CleaningPart } from "./cleaning-part.tsx";
import { FaultsPart } from "./faults-part.tsx";
import { ReasonCard } from "./reason/reason-card.tsx";
import { ReasonsSummary } from "./reason/reasons-summary.tsx";
import { SettledPart } from "./reason/settled-part.tsx";

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
      <ReasonsSummary verdict={verdict} />
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
