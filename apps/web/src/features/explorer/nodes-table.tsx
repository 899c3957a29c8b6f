import type { NodeHealth } from "@mingbai/http/explorer-views";
import { useText } from "../../i18n/use-text.ts";
import { bytesText, countText } from "../../ui/format-money.ts";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";

const looks: Readonly<Record<NodeHealth["state"], { icon: IconName; tone: Tone }>> = {
  ok: { icon: "tick", tone: "ok" },
  catchingUp: { icon: "warn", tone: "warn" },
  readOnly: { icon: "lock", tone: "bad" },
  waiting: { icon: "clock", tone: "warn" },
  silent: { icon: "cross", tone: "bad" },
};

function answerText({ p50, p99 }: { p50: number; p99: number }): string {
  return `${p50.toFixed(1)} / ${p99.toFixed(1)}`;
}

/** Health of every node this one knows. */
export function NodesTable({ nodes }: { nodes: readonly NodeHealth[] }) {
  const { t } = useText();
  return (
    <section aria-labelledby="nodes-title">
      <h2 id="nodes-title">{t("explorer.nodes")}</h2>
      <table className="tbl" aria-labelledby="nodes-title">
        <TableHead
          columns={[
            { head: t("explorer.node") },
            { head: t("explorer.role"), look: "wide" },
            { head: t("explorer.heightColumn"), look: "r" },
            { head: t("explorer.behind"), look: "r wide" },
            { head: t("explorer.answer"), look: "r wide" },
            { head: t("explorer.version"), look: "wide" },
            { head: t("explorer.disk"), look: "wide" },
            { head: t("explorer.state") },
          ]}
        />
        <tbody>
          {nodes.map((node) => {
            const { icon, tone } = looks[node.state];
            const size = bytesText(node.diskFreeBytes);
            return (
              <tr key={node.name}>
                <th scope="row">
                  {node.name}
                  <span className="narrow sm i2 num">
                    {t(`explorer.role.${node.role}`)} {node.version} {t("explorer.diskFree", { size })}
                    {node.answerMs && (
                      <>
                        <br />
                        {t("explorer.answer")} {answerText(node.answerMs)}
                      </>
                    )}
                  </span>
                </th>
                <td className="wide i2">{t(`explorer.role.${node.role}`)}</td>
                <td className="r">{countText(node.height)}</td>
                <td className="r wide">{countText(node.behindBlocks)}</td>
                <td className="r wide">{node.answerMs ? answerText(node.answerMs) : "—"}</td>
                <td className="wide num">{node.version}</td>
                <td className="wide i2">{t("explorer.diskFree", { size })}</td>
                <td>
                  <State icon={icon} tone={tone}>
                    {t(`explorer.state.${node.state}`, { count: node.behindBlocks })}
                  </State>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
