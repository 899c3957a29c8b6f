import type { NodeHealth } from "@mingbai/http/explorer-views";
import { useText } from "../../i18n/use-text.ts";
import { bytesText, countText } from "../../ui/format-money.ts";
import type { IconName } from "../../ui/icon.tsx";
import { nodeTitle } from "../../ui/node-title.ts";
import { State, type Tone } from "../../ui/state.tsx";
import { TitledTable } from "../../ui/titled-table.tsx";

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

/** Blocks that fill the bar of a node that is behind. */
const fullBarBlocks = 5;

/** The version that most nodes run; those with another are marked. */
function usualVersion(nodes: readonly NodeHealth[]): string | undefined {
  const groups = Object.values(Object.groupBy(nodes, ({ version }) => version));
  return groups.sort((a = [], b = []) => b.length - a.length)[0]?.[0]?.version;
}

function Behind({ blocks }: { blocks: number }) {
  return (
    <>
      <svg className="behind-bar" viewBox="0 0 30 8" aria-hidden="true">
        <rect width="30" height="8" fill="var(--wait-bg)" />
        <rect width={30 * Math.min(1, blocks / fullBarBlocks)} height="8" fill="var(--warn)" />
      </svg>{" "}
      {countText(blocks)}
    </>
  );
}

/** Health of every node this one knows. `here`: the name of the one that answers this page. */
export function NodesTable({ nodes, here }: { nodes: readonly NodeHealth[]; here: string }) {
  const { t, language } = useText();
  const usual = usualVersion(nodes);
  return (
    <TitledTable
      title={t("explorer.nodes")}
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
    >
      {nodes.map((node) => {
        const { icon, tone } = looks[node.state];
        const isSilent = node.state === "silent";
        const disk = isSilent ? "—" : t("explorer.diskFree", { size: bytesText(node.diskFreeBytes) });
        const version = isSilent ? "—" : node.version;
        return (
          <tr key={node.name}>
            <th scope="row">
              {nodeTitle(node, language)}
              {nodes.length > 1 && node.name === here && <span className="sm br"> {t("explorer.here")}</span>}
              <span className="narrow sm i2 num">
                {t(`explorer.role.${node.role}`)} {version} {disk}
                {node.answerMs && (
                  <>
                    <br />
                    {t("explorer.answer")} {answerText(node.answerMs)}
                  </>
                )}
              </span>
            </th>
            <td className="wide i2">{t(`explorer.role.${node.role}`)}</td>
            <td className="r">{isSilent ? "—" : countText(node.height)}</td>
            <td className="r wide">{isSilent ? "—" : <Behind blocks={node.behindBlocks} />}</td>
            <td className="r wide">{node.answerMs ? answerText(node.answerMs) : "—"}</td>
            <td className={version === usual || isSilent ? "wide num" : "wide num warn"}>{version}</td>
            <td className="wide i2">{disk}</td>
            <td className="node-state">
              <State icon={icon} tone={tone}>
                {t(`explorer.state.${node.state}`, { count: node.behindBlocks })}
              </State>
            </td>
          </tr>
        );
      })}
    </TitledTable>
  );
}
