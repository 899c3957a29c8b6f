import "../matter/matter.css";
import "./pay.css";
import { mattersPerCommandMax } from "@mingbai/treasury/schema";
import { type MatterDetail, matterView } from "@mingbai/workflow/views";
import { useQueries } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { runQuery } from "../../api/run-query.ts";
import { useText } from "../../i18n/use-text.ts";
import { askedTogether } from "../../ui/asked-together.ts";
import { Icon } from "../../ui/icon.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { PayDesk } from "./pay-desk.tsx";
import { usePurse } from "./use-purse.ts";

const idPattern = /^[0-9a-f]{64}$/;

/** The disbursement desk: one passed matter, or several of them with one signature over a reviewed list. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("pay.title")}>
      <AskedPayment />
    </SignedInOnly>
  );
}

function AskedPayment() {
  const { t } = useText();
  const [search] = useSearchParams();
  const ids = [...new Set(search.getAll("matter"))].filter((id) => idPattern.test(id)).slice(0, mattersPerCommandMax);
  const purse = usePurse();
  const asked = useQueries({
    queries: ids.map((id) => ({
      queryKey: [matterView.name, { matter: id }],
      queryFn: ({ signal }: { signal: AbortSignal }) => runQuery(matterView, { matter: id }, signal),
    })),
  });
  const matters = asked.map(({ data }) => data).filter((data): data is MatterDetail => data !== undefined);
  const isWhole = matters.length === ids.length && purse.places !== undefined;
  const state = askedTogether([...asked, ...purse.asked], isWhole ? matters : undefined);
  return (
    <div className="page pay-page">
      <p className="sm">
        <Link to={ids.length === 1 ? `/work/${ids[0]}` : "/work"} className="row">
          <Icon name="left" size={14} />
          {t(ids.length === 1 ? "pay.backToMatter" : "work.title")}
        </Link>
      </p>
      <PageTitle title={t("pay.title")}>
        <span className="i3">{t("pay.count", { count: ids.length })}</span>
      </PageTitle>
      {ids.length === 0 ? (
        <p className="i2">{t("pay.none")}</p>
      ) : (
        <PageState asked={state} what={t("pay.what")} rows={6}>
          {(found) => <PayDesk matters={found} purse={purse} />}
        </PageState>
      )}
    </div>
  );
}
