import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { HoldingsTable } from "./holdings-table.tsx";
import { ShareTable } from "./share-table.tsx";
import type { useHoldings } from "./use-holdings.ts";

/** What I hold and may redeem; for an office also its operating share. */
export function OwnHoldings({ held, height }: { held: ReturnType<typeof useHoldings>; height: number }) {
  const { t } = useText();
  const [openKey, setOpenKey] = useState<string>();
  const { asked, shares, year, isOffice } = held;
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
      {isOffice && asked.data && <ShareTable shares={shares} year={year} height={height} />}
    </>
  );
}
