import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { EmptyState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";

/** An address of an organisation or person that this ledger does not have. */
export function NotHere() {
  const { t } = useText();
  return (
    <div className="page people">
      <PageTitle title={t("people.unknown")} />
      <EmptyState title={t("people.unknown.how")}>
        <Link to="/people">{t("people.back")}</Link>
      </EmptyState>
    </div>
  );
}
