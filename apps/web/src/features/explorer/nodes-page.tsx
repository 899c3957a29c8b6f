import "./explorer.css";
import { statusView } from "@mingbai/http/explorer-views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { DoubleVotes } from "../governance/double-votes.tsx";
import { Agreement } from "./agreement.tsx";
import { NodeLinks } from "./node-links.tsx";
import { NodesTable } from "./nodes-table.tsx";

const refreshMs = 3_000;

/** Every node of the ledger: how it is, and how this page's node hears it. */
export function Component() {
  const { t } = useText();
  const status = useView(statusView, {}, { everyMs: refreshMs });
  return (
    <div className="page">
      <PageTitle title={t("shell.nodes")}>{status.data && <Agreement agreement={status.data.agreement} />}</PageTitle>
      <PageState asked={status} what={t("explorer.nodes")}>
        {({ nodes, node, quorum }) => (
          <>
            <p className={quorum.isThere ? "i2" : "warn"}>
              {t(quorum.isThere ? "explorer.quorumThere" : "explorer.quorumGone", { need: quorum.need, of: quorum.of })}
            </p>
            <NodesTable nodes={nodes} here={node} />
            {nodes.length > 1 && <NodeLinks nodes={nodes} here={node} />}
            {quorum.of > 1 && <DoubleVotes />}
          </>
        )}
      </PageState>
    </div>
  );
}
