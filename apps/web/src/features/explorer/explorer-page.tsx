import "./explorer.css";
import { statusView } from "@mingbai/http/explorer-views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { KeyStrip } from "../../ui/key-strip.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useKeys } from "../../ui/use-keys.ts";
import { ActivityChart } from "./activity-chart.tsx";
import { Agreement } from "./agreement.tsx";
import { BlocksList } from "./blocks-list.tsx";
import { LatestCheckpoint } from "./latest-checkpoint.tsx";
import { LedgerFacts } from "./ledger-facts.tsx";
import { LedgerFind } from "./ledger-find.tsx";
import { NodesTable } from "./nodes-table.tsx";
import { SharesList } from "./shares-list.tsx";

/** Agreement first, then nodes, blocks, checkpoint as text, shares: one of the few pages that speak of blocks. */
export function Component() {
  const { t } = useText();
  const status = useView(statusView, {});
  useKeys({ "/": () => document.getElementById("ledger-find")?.focus() });
  return (
    <>
      <div className="explorer">
        <div className="page">
          <PageTitle title={t("explorer.title")}>
            {status.data && <Agreement agreement={status.data.agreement} />}
            <span className="sp" />
            <LedgerFind />
          </PageTitle>
          <PageState asked={status} what={t("explorer.nodes")}>
            {(data) => (
              <>
                <LedgerFacts status={data} />
                <NodesTable nodes={data.nodes} here={data.node} />
              </>
            )}
          </PageState>
          <BlocksList />
        </div>
        <div className="explorer-side">
          <ActivityChart />
          <SharesList />
          <LatestCheckpoint />
        </div>
      </div>
      <KeyStrip
        keys={[
          { press: ["P"], does: t("explorer.key.pause") },
          { press: ["/"], does: t("explorer.key.find") },
          { press: ["?"], does: t("payments.key.all") },
        ]}
      />
    </>
  );
}
