import type { ComparisonRun } from "@mingbai/registry/views/comparison-runs";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { isUnderWay } from "./use-newest-run.ts";

type Source = ComparisonRun["sources"][number];

const looks: Readonly<Record<Source["state"], { readonly icon: IconName; readonly tone: Tone }>> = {
  waiting: { icon: "clock", tone: "i2" },
  asking: { icon: "half", tone: "br" },
  done: { icon: "tick", tone: "ok" },
  failed: { icon: "cross", tone: "bad" },
};
const troubles = [
  "NOT_REACHED",
  "BUSY",
  "NOT_ALLOWED",
  "NOT_UNDERSTOOD",
  "REFUSED",
  "ANSWER_UNSIGNED",
  "ANSWER_OTHER",
  "ANSWER_TOO_LARGE",
  "SFTP_NOT_HERE",
  "FILE_TOO_LARGE",
  "NOT_A_TABLE",
  "NO_FACTS",
  "FILE_FAULT",
] as const;

/** What each department gave in a run, or why not; folded unless one of them is in trouble. */
export function RunSources({ run }: { run: ComparisonRun }) {
  const { t } = useText();
  const { sources } = run;
  if (sources.length === 0) return isUnderWay(run) ? null : <p className="sm i2">{t("compare.sources.none")}</p>;
  const failed = sources.filter(({ state }) => state === "failed").length;
  return (
    <details className="compare-sources" open={failed > 0}>
      <summary>
        {t("compare.sources", { count: sources.length })}
        {failed > 0 && <span className="bad"> {t("compare.sources.failed", { count: failed })}</span>}
      </summary>
      <table className="tbl">
        <caption className="sr">{t("compare.sources.title")}</caption>
        <TableHead
          columns={[
            { head: t("compare.source") },
            { head: t("compare.source.state") },
            { head: t("compare.source.facts"), look: "r" },
            { head: t("compare.source.bad"), look: "r wide" },
            { head: t("compare.source.asOf"), look: "wide" },
          ]}
        />
        <tbody>
          {sources.map((source) => (
            <SourceRow key={source.name} source={source} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function SourceRow({ source }: { source: Source }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const { title, state, facts, bad, sourceMs, trouble } = source;
  const known = troubles.find((one) => one === trouble?.split(":")[0]);
  return (
    <tr>
      <th scope="row">{title[language]}</th>
      <td>
        <State {...looks[state]}>{t(`compare.source.${state}`)}</State>
        {trouble !== null && (
          <p className="sm">
            {known !== undefined && t(`compare.trouble.${known}`)} <span className="xs i3">{trouble}</span>
          </p>
        )}
      </td>
      <td className="r num">{countText(facts)}</td>
      <td className="r num wide">{countText(bad)}</td>
      <td className="wide num">{sourceMs === null ? "" : time(sourceMs)}</td>
    </tr>
  );
}
