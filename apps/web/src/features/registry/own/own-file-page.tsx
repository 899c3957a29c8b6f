import { ownView } from "@mingbai/registry/views/own";
import { Navigate } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { EmptyState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";

/** The file of the household that the reader is a person of, or how they come to see it. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("own.title")}>
      <OwnFile />
    </SignedInOnly>
  );
}

function OwnFile() {
  const { t } = useText();
  const own = useView(ownView, {});
  const household = own.data?.household;
  if (household !== undefined && household !== null) return <Navigate to={`/registry/${household}`} replace />;
  return (
    <>
      <PageTitle title={t("own.title")} />
      <PageState asked={own} what={t("own.what")} rows={3}>
        {() => <EmptyState title={t("own.none")}>{t("own.none.how")}</EmptyState>}
      </PageState>
    </>
  );
}
