import "../../matter/matter-parts.css";
import "../../matter/matter.css";
import "../../people/people.css";
import "../../registry/file/household.css";
import "../cases.css";
import { type CaseFile, caseHouseholdView, caseView } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useParams } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { PageState } from "../../../ui/page-state.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { OpenedFile } from "../../registry/file/opened-file.tsx";
import { ActFoot } from "../acts/act-foot.tsx";
import { CaseHead } from "./case-head.tsx";
import { CaseTimeLine } from "./case-time-line.tsx";
import { DecisionPaper } from "./decision-paper.tsx";
import { HouseholdSummary } from "./household-summary.tsx";
import { NoticePart } from "./notice-part.tsx";
import { ObjectionsPart } from "./objections-part.tsx";
import { PolicyJudgement } from "./policy-judgement.tsx";

const freshEveryMs = 15_000;

/** One case of entry or exit: shown once its household's file was opened, since what is said in it is the household's. */
export function Component() {
  const { t } = useText();
  const { id = "" } = useParams();
  return (
    <SignedInOnly title={t("cases.case")}>
      <FoundCase key={id} id={id} />
    </SignedInOnly>
  );
}

function FoundCase({ id }: { id: string }) {
  const { t } = useText();
  const asked = useView(caseHouseholdView, { case: id });
  return (
    <>
      {!asked.data && <h1 className="sr">{t("cases.case")}</h1>}
      <PageState asked={asked} what={t("cases.thisCase")} rows={10}>
        {({ household }) => (
          <OpenedFile household={household}>{(file) => <AskedCase id={id} file={file} />}</OpenedFile>
        )}
      </PageState>
    </>
  );
}

function AskedCase({ id, file }: { id: string; file: HouseholdFile }) {
  const { t } = useText();
  const asked = useView(caseView, { case: id }, { everyMs: freshEveryMs });
  return (
    <>
      {!asked.data && <h1 className="sr">{t("cases.case")}</h1>}
      <PageState asked={asked} what={t("cases.thisCase")} rows={10}>
        {(found) => <Case found={found} file={file} />}
      </PageState>
    </>
  );
}

function Case({ found, file }: { found: CaseFile; file: HouseholdFile }) {
  const nowMs = useNow();
  return (
    <div className="matter-page case-page">
      <CaseHead found={found} nowMs={nowMs} isOwn={file.purpose === "own"} />
      <div className="matter-panes">
        <div className="matter-body">
          <HouseholdSummary file={file} policy={found.policy} />
          <PolicyJudgement found={found} file={file} />
          <NoticePart found={found} />
          <ObjectionsPart found={found} file={file} />
        </div>
        <aside className="matter-side">
          <CaseTimeLine found={found} />
        </aside>
      </div>
      <ActFoot key={`${found.stage} ${found.openObjections}`} found={found} file={file} />
      <DecisionPaper found={found} file={file} />
    </div>
  );
}
