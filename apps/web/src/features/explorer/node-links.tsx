import type { NodeHealth } from "@mingbai/http/explorer-views";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { nodeTitle } from "../../ui/node-title.ts";
import { TitledTable } from "../../ui/titled-table.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** Where each node's pages are, and how the one in hand hears it. */
export function NodeLinks({ nodes, here }: { nodes: readonly NodeHealth[]; here: string }) {
  const { t, language } = useText();
  const { clock } = useFormat();
  return (
    <TitledTable
      title={t("explorer.links")}
      columns={[
        { head: t("explorer.node") },
        { head: t("explorer.address"), look: "wide" },
        { head: t("explorer.roundTrip"), look: "r wide" },
        { head: t("explorer.peers"), look: "r wide" },
        { head: t("explorer.seen"), look: "r" },
      ]}
    >
      {nodes.map((node) => {
        const roundTrip = node.roundTripMs === undefined ? "—" : node.roundTripMs.toFixed(1);
        const peers = node.peers === undefined ? "—" : countText(node.peers);
        return (
          <tr key={node.name}>
            <th scope="row">
              {nodeTitle(node, language)}
              <span className="narrow sm i2 num">
                <Address url={node.url} />
                <br />
                {t("explorer.roundTrip")} {roundTrip}
                <br />
                {t("explorer.peers")} {peers}
              </span>
            </th>
            <td className="wide">
              <Address url={node.url} />
            </td>
            <td className="r num wide">{roundTrip}</td>
            <td className="r num wide">{peers}</td>
            <td className="r num">
              {node.name === here ? t("explorer.here") : node.seenMs === 0 ? "—" : clock(node.seenMs)}
            </td>
          </tr>
        );
      })}
    </TitledTable>
  );
}

function Address({ url }: { url: string | undefined }) {
  return url === undefined ? (
    "—"
  ) : (
    <a className="link" href={url}>
      {url.replace(/^https?:\/\//, "")}
    </a>
  );
}
