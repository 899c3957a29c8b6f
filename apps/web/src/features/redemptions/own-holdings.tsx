import { useState } from "react";
import type { QueryProblem } from "../../api/problem.ts";
import { QueryProblem as Problem } from "../../api/problem.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { HoldingsTable } from "./holdings-table.tsx";
import { ShareTable } from "./share-table.tsx";
import type { useHoldings } from "./use-holdings.ts";

/** What I hold and may redeem; for an office also its operating share. */
export function OwnHoldings({ held, height }: { held: ReturnType<typeof useHoldings>; height: number }) {
  const { t } = useText();
  const [openKey, setOpenKey] = useState<string>();
  const { holdings, shares, year, isOffice } = held;
  const error: QueryProblem | null = held.error instanceof Problem ? held.error : null;
  const asked = {
    data: holdings,
    error,
    isFetching: holdings === undefined && error === null,
    dataUpdatedAt: Date.now(),
    refetch: held.refetch,
  };
  return (
    <>
      <section aria-labelledby="holdings-title">
        <h2 id="holdings-title">{t("redemptions.holdings")}</h2>
        <PageState
          asked={asked}
          what={t("redemptions.holdings.what")}
          rows={3}
          isEmpty={(found) => found.length === 0}
          empty={<p className="i2">{t("redemptions.holdings.none")}</p>}
        >
          {(found) => <HoldingsTable holdings={found} openKey={openKey} onOpen={setOpenKey} />}
        </PageState>
      </section>
      {isOffice && holdings && <ShareTable shares={shares} year={year} height={height} />}
    </>
  );
}
