import "../../matter/matter-parts.css";
import "../../people/people.css";
import "../file/household.css";
import "../../contradictions/contradictions.css";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { type HouseholdVerdict, verdictsOfView } from "@mingbai/registry/views/household-verdict";
import { ownView } from "@mingbai/registry/views/own";
import { Link } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { EmptyState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { ReasonsSummary } from "../../contradictions/reason/reasons-summary.tsx";
import { SettledPart } from "../../contradictions/reason/settled-part.tsx";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { OpenedFile } from "../file/opened-file.tsx";
import { OwnReason } from "./own-reason.tsx";

/** What the comparison found about the reader's own household, for them to answer. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("own.found.title")}>
      <OwnFound />
    </SignedInOnly>
  );
}

function OwnFound() {
  const { t } = useText();
  const own = useView(ownView, {});
  const household = own.data?.household ?? null;
  if (household !== null)
    return (
      <OpenedFile household={household} isFor="own">
        {(file) => <Found file={file} />}
      </OpenedFile>
    );
  return (
    <div className="page">
      <PageTitle title={t("own.found.title")} />
      <PageState asked={own} what={t("own.what")} rows={3}>
        {() => <EmptyState title={t("own.none")}>{t("own.none.how")}</EmptyState>}
      </PageState>
    </div>
  );
}

function Found({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const asked = useView(verdictsOfView, { household: file.household });
  return (
    <div className="page reasons-page">
      <nav className="row wrap sm i2 on-screen" aria-label={t("file.way")}>
        <Link to="/registry/own" className="row way">
          <Icon name="left" size={14} />
          {t("own.title")}
        </Link>
      </nav>
      <PageTitle title={t("own.found.title")}>
        <span className="i2">{t("file.of", { name: file.head })}</span>
      </PageTitle>
      <PageState
        asked={asked}
        what={t("own.found.title")}
        rows={6}
        isEmpty={({ verdict }) => verdict === null}
        empty={<EmptyState title={t("own.found.never")}>{t("own.found.never.how")}</EmptyState>}
      >
        {({ verdict }) => verdict && <Reasons file={file} verdict={verdict} />}
      </PageState>
    </div>
  );
}

function Reasons({ file, verdict }: { file: HouseholdFile; verdict: HouseholdVerdict }) {
  const { t } = useText();
  return (
    <>
      <ReasonsSummary verdict={verdict} />
      <p className="own-found-why">{t(verdict.reasons.length === 0 ? "own.found.nothing" : "own.found.why")}</p>
      <ul className="reason-list">
        {verdict.reasons.map((reason) => (
          <OwnReason key={reason.digest} file={file} reason={reason} />
        ))}
      </ul>
      <SettledPart settled={verdict.settled} />
    </>
  );
}
