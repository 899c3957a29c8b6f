import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { PageTitle } from "../../ui/page-title.tsx";

/** No such block or transaction, in words, with the way back. */
export function NotThere({ what }: { what: "block" | "transaction" }) {
  const { t } = useText();
  return (
    <div className="page">
      <PageTitle title={t(`explorer.${what}.none`)} />
      <p className="i2">{t(`explorer.${what}.none.how`)}</p>
      <p>
        <Link to="/ledger">{t("explorer.back")}</Link>
      </p>
    </div>
  );
}
