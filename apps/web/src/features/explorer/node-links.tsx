import type { NodeHealth } from "@mingbai/http/explorer-views";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { nodeTitle } from "../../ui/node-title.ts";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** Where each node's pages are, and how the one in hand hears it. */
export function NodeLinks({ nodes, here }: { nodes: readonly NodeHealth[]; here: string }) {
  const { t, language } = useText();
  const { clock } = useFormat();
  return (
    <section aria-labelledby="links-title">
      <h2 id="links-title">{t("explorer.links")}</h2>
      <table className="tbl" aria-labelledby="links-title">
        <TableHead
          columns={[
            { head: t("explorer.node") },
            { head: t("explorer.address"), look: "wide" },
            { head: t("explorer.roundTrip"), look: "r wide" },
            { head: t("explorer.peers"), look: "r wide" },
            { head: t("explorer.seen"), look: "r" },
          ]}
        />
        <tbody>
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
        </tbody>
      </table>
    </section>
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
