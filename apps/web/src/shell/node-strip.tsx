import type { LedgerStatus } from "@mingbai/http/explorer-views";
import { useSyncExternalStore } from "react";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { nodeMove } from "../session/node-move.ts";
import { countText } from "../ui/format-money.ts";
import { Icon } from "../ui/icon.tsx";
import { nodeTitle } from "../ui/node-title.ts";
import { useFormat } from "../ui/use-format.ts";
import { findNodeHere } from "./node-here.tsx";

/** On every page, where something is not as usual with the node in hand: it was changed, it is behind or waits, too few answer. */
export function NodeStrip({ status }: { status: LedgerStatus }) {
  const { t, language } = useText();
  const { clock } = useFormat();
  const moved = useSyncExternalStore(nodeMove.subscribe, nodeMove.get);
  // Until the new node has answered, what is known is what the one before said.
  const here = status.nodes.find(({ url }) => url !== undefined && url === moved?.to) ?? findNodeHere(status);
  if (here === undefined) return null;
  const name = nodeTitle(here, language);
  const lines = [
    ...(moved === undefined ? [] : [t("shell.node.moved", { name, time: clock(moved.atMs).slice(0, "14:06".length) })]),
    ...(status.quorum.isThere ? [] : [t("shell.node.halted", { ...present(status) })]),
    ...(here.state === "ok" || here.state === "silent"
      ? []
      : [t(`shell.node.${here.state}`, { name, count: here.behindBlocks, height: countText(here.height) })]),
  ];
  if (lines.length === 0) return null;
  const isBad = !status.quorum.isThere || here.state !== "ok";
  return (
    <div className={isBad ? "note warn node-strip" : "note node-strip"} role="status">
      <Icon name={isBad ? "warn" : "node"} />
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Link className="link" to="/ledger/nodes">
          {t("shell.node.look")}
        </Link>
      </div>
    </div>
  );
}

function present({ nodes, quorum }: LedgerStatus): { there: number; of: number; need: number } {
  const there = nodes.filter(({ role, state }) => role === "validator" && state !== "silent").length;
  return { there, of: quorum.of, need: quorum.need };
}
