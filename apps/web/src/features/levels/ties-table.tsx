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

/** What the tree shows of any ledger, the own one too. */
type Own = Pick<TieView, "ledger" | "name" | "assurance" | "members">;

/** The tree as this ledger knows it: its parent, itself, its children. */
export function TiesTable({ own, rows }: { own: Own; rows: readonly TieView[] }) {
  const { t } = useText();
  const above = rows.filter(({ as }) => as === "parent");
  const below = rows.filter(({ as }) => as === "child");
  const depth = above.length === 0 ? 0 : 1;
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
        {above.map((row) => (
          <Line key={row.ledger} row={row} depth={0} />
        ))}
        <tr>
          <Name of={own} as="own" depth={depth} />
          <td className="wide" />
          <td className="wide" />
          <td className="wide" />
          <td />
        </tr>
        {below.map((row) => (
          <Line key={row.ledger} row={row} depth={depth + 1} />
        ))}
      </tbody>
    </table>
  );
}

/** A ledger's name in its place in the tree. */
function Name({ of, as, depth }: { of: Own; as: TieView["as"] | "own"; depth: number }) {
  const { t } = useText();
  return (
    <th scope="row" className={depth === 0 ? undefined : `below-${depth}`}>
      {of.name} <span className="i2">{t(`levels.as.${as}`)}</span>
      <br />
      <Hash hex={of.ledger} />
      <br />
      <AssuranceMark of={of} />
    </th>
  );
}

function Line({ row, depth }: { row: TieView; depth: number }) {
  const { t } = useText();
  const { time } = useFormat();
  const { size, noteMs, frozenBy } = row;
  const checkpoint =
    noteMs === null
      ? t("levels.checkpoint.none")
      : t("levels.checkpoint.at", { size: countText(size), time: time(noteMs) });
  return (
    <tr>
      <Name of={row} as={row.as} depth={depth} />
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
