import { type ManifestRow, ownPlacesView } from "@mingbai/treasury/views/acts";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";

/** Why this person cannot approve a list that waits, and who could; undefined where they can or it is not known yet. */
export function useWhyNotApprove(): (row: ManifestRow) => string | undefined {
  const { t } = useText();
  const session = useSession();
  const own = useView(ownPlacesView, {}, { off: session === undefined });
  return (row) => {
    if (session === undefined) return t("list.why.signIn");
    if (!session.roles.some((role) => role === "financeSupervisor" || role === "approver"))
      return t("list.why.approver", { at: row.payer.name });
    if (own.data && !own.data.accounts.some(({ account }) => account === row.payer.account))
      return t("list.why.office", { at: row.payer.name });
    if (row.people?.proposer === session.account) return t("list.why.own");
    if (row.people?.approvers.includes(session.account)) return t("list.why.approved");
    return undefined;
  };
}
