import type { TieView } from "@mingbai/levels/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Hash } from "../../ui/hash.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { AssuranceMark } from "./assurance-mark.tsx";

const looks: Readonly<Record<TieView["state"], { icon: IconName; tone: Tone }>> = {
  open: { icon: "tick", tone: "ok" },
  frozen: { icon: "pause", tone: "bad" },
  closed: { icon: "cross", tone: "i2" },
};

/** The ledgers that this one knows, its parent first. */
export function TiesTable({ rows }: { rows: readonly TieView[] }) {
  const { t } = useText();
  return (
    <table className="tbl">
      <caption className="sr">{t("levels.title")}</caption>
      <TableHead
        columns={[
          { head: t("levels.ledger") },
          { head: t("levels.checkpoint"), look: "wide" },
          { head: t("levels.underWay"), look: "r wide" },
          { head: t("levels.settled"), look: "r wide" },
          { head: t("levels.state") },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <Line key={row.ledger} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row }: { row: TieView }) {
  const { t } = useText();
  const { time } = useFormat();
  const { name, ledger, size, noteMs, frozenBy } = row;
  const checkpoint =
    noteMs === null
      ? t("levels.checkpoint.none")
      : t("levels.checkpoint.at", { size: countText(size), time: time(noteMs) });
  return (
    <tr>
      <th scope="row">
        {name} <span className="i2">{t(`levels.as.${row.as}`)}</span>
        <br />
        <Hash hex={ledger} />
        <br />
        <AssuranceMark of={row} />
      </th>
      <td className="wide">{checkpoint}</td>
      <td className="r wide">{countText(row.underWay)}</td>
      <td className="r wide">{countText(row.settled)}</td>
      <td>
        <State {...looks[row.state]}>{t(`levels.state.${row.state}`)}</State>
        {frozenBy !== null && (
          <>
            <br />
            <Link to={`/ledger/transactions/${frozenBy}`}>{t("levels.evidence")}</Link>
          </>
        )}
      </td>
    </tr>
  );
}
