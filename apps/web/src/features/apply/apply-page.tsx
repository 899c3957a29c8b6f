import "../matter/matter.css";
import "./apply.css";
import { newDraftId } from "@mingbai/sdk/contents";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { ApplicationForm } from "./application-form.tsx";
import { DraftsNote } from "./drafts-note.tsx";
import { useKnown } from "./use-known.ts";
import { type Start, useStart } from "./use-start.ts";

const draftPattern = /^[0-9a-f]{32}$/;
const matterPattern = /^[0-9a-f]{64}$/;

function Begun({ id, matter }: { id: string; matter: string | undefined }) {
  const { t } = useText();
  const known = useKnown();
  const start = useStart({ id, matter });
  const [account] = known.accounts;
  const filled = (found: Start): Start => {
    const { draft } = found;
    const payee = draft.payee === "" ? (account?.account ?? "") : draft.payee;
    return { ...found, draft: { ...draft, payee } };
  };
  return (
    <PageState asked={known.asked} what={t("apply.what")} rows={8}>
      {() => (
        <PageState asked={start} what={t("apply.what")} rows={8}>
          {(found) => <ApplicationForm key={found.id} start={filled(found)} known={known} />}
        </PageState>
      )}
    </PageState>
  );
}

/** An application in one column: new, from a draft, or a returned one to be corrected. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("work.new")}>
      <Application />
    </SignedInOnly>
  );
}

function Application() {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const [fresh] = useState(newDraftId);
  const asked = search.get("matter") ?? "";
  const matter = matterPattern.test(asked) ? asked : undefined;
  const wanted = search.get("draft") ?? "";
  const id = matter ?? (draftPattern.test(wanted) ? wanted : fresh);
  useEffect(() => {
    // The address names the draft from the beginning, so that loading the page again comes back to it.
    if (matter === undefined && wanted !== id) setSearch({ draft: id }, { replace: true });
  }, [matter, wanted, id, setSearch]);
  return (
    <div className="page apply-page">
      <PageTitle title={t(matter === undefined ? "work.new" : "apply.correct")} />
      {matter === undefined && <DraftsNote id={id} form="application" />}
      <Begun key={id} id={id} matter={matter} />
    </div>
  );
}
