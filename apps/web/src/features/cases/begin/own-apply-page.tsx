import "../../people/people.css";
import "../../apply/apply.css";
import "../cases.css";
import { householdCasesView } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { ownView } from "@mingbai/registry/views/own";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { EmptyState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { OpenedFile } from "../../registry/file/opened-file.tsx";
import { ApplyForm } from "./apply-form.tsx";
import { whatBegins } from "./what-begins.ts";

/** Where a code on the village's wall, or a link in a message, leads: a household's own person applies, with nothing else on the page. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("cases.begin.apply")}>
      <OwnApplication />
    </SignedInOnly>
  );
}

function OwnApplication() {
  const { t } = useText();
  const own = useView(ownView, {});
  const household = own.data?.household ?? null;
  if (household !== null) return <OpenedFile household={household}>{(file) => <Application file={file} />}</OpenedFile>;
  return (
    <div className="page">
      <PageTitle title={t("cases.begin.apply")} />
      <PageState asked={own} what={t("own.what")} rows={3}>
        {() => <EmptyState title={t("own.none")}>{t("own.none.how")}</EmptyState>}
      </PageState>
    </div>
  );
}

function Application({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const asked = useView(householdCasesView, { household: file.household });
  const channel = search.get("by") === "code" ? "code" : "own";
  return (
    <div className="page own-apply">
      <PageTitle title={t("cases.begin.apply")}>
        <span className="i2">{t("file.of", { name: file.head })}</span>
      </PageTitle>
      <PageState asked={asked} what={t("cases.part")} rows={3}>
        {(cases) => {
          if (whatBegins(file, cases) === "apply")
            return <ApplyForm file={file} own={channel} close={() => navigate("/registry/own")} />;
          const [open] = cases.rows;
          return (
            <EmptyState title={t("cases.begin.not")}>
              <p>{t("cases.begin.not.how")}</p>
              <p>
                <Link className="btn" to={open === undefined ? "/registry/own" : `/cases/${open.case}`}>
                  {t(open === undefined ? "own.title" : "cases.begin.see")}
                </Link>
              </p>
            </EmptyState>
          );
        }}
      </PageState>
    </div>
  );
}
