import type { LedgerStatus, NodeHealth } from "@mingbai/http/explorer-views";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { countText } from "../ui/format-money.ts";
import { Icon } from "../ui/icon.tsx";
import { nodeTitle } from "../ui/node-title.ts";

/** The node that answers this page, as the status has it. */
export function findNodeHere({ nodes, node }: LedgerStatus): NodeHealth | undefined {
  return nodes.find(({ name }) => name === node);
}

/** Quietly, at the foot of the side bar: on which node one is, its height, how many others it is linked to. */
export function NodeHere({ status }: { status: LedgerStatus }) {
  const { t, language } = useText();
  const here = findNodeHere(status);
  if (here === undefined) return null;
  const isWell = here.state === "ok" && status.quorum.isThere;
  return (
    <Link to="/ledger/nodes" className={isWell ? "node-here sm i2" : "node-here sm warn"}>
      <Icon name={isWell ? "node" : "warn"} size={14} />
      <span>
        {here.role === "solo" ? t("shell.node.alone") : t("shell.node", { name: nodeTitle(here, language) })}
        <br />
        <span className="num">{t("shell.node.height", { height: countText(here.height) })}</span>
        {here.peers !== undefined && <span> · {t("shell.node.peers", { count: here.peers })}</span>}
      </span>
    </Link>
  );
}
