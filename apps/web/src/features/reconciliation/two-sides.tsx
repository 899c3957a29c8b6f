import type { DifferenceRow } from "@mingbai/treasury/views/bank-close";
import { Fragment } from "react";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Money } from "../../ui/money.tsx";
import { State, type Tone } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { findReported } from "./close-items.ts";
import type { DayRow, RowKind } from "./compare-day.ts";
import { DifferenceDetail } from "./difference-detail.tsx";
import { SideAmount, SideName } from "./side-lines.tsx";

const columns = 6;
const looks: Readonly<Record<RowKind, readonly [IconName, Tone]>> = {
  openingDiffers: ["cross", "bad"],
  doubled: ["cross", "bad"],
  amountDiffers: ["brackets", "bad"],
  missingOnLedger: ["plus", "br"],
  missingAtBank: ["clock", "warn"],
  wrongEndToEndId: ["brackets", "warn"],
  dateDiffers: ["clock", "i2"],
  suspense: ["pause", "warn"],
  matched: ["link", "ok"],
};

/** What stands on one table: groups of rows with their heads; a fold instead of rows where `rows` is short of `count`. */
export interface SidesGroup {
  readonly kind: RowKind;
  readonly count: number;
  readonly rows: readonly DayRow[];
}

/** The bank day on the ledger: its account, and the differences that were reported. */
export interface OnLedger {
  readonly account: string;
  readonly day: string;
  readonly reported: readonly DifferenceRow[];
}

function Row({
  row,
  isOn,
  isOpen,
  opening,
  of,
  onPress,
}: {
  row: DayRow;
  isOn: boolean;
  isOpen: boolean;
  /** Opening balances of both sides, for the difference that has no line. */
  opening: { readonly bank: number; readonly ledger: number };
  of: OnLedger;
  onPress(): void;
}) {
  const { t } = useText();
  const [icon, tone] = looks[row.kind];
  const isOpening = row.kind === "openingDiffers";
  const name = isOpening ? t("reconciliation.opening") : (row.bank ?? row.ledger)?.reference;
  return (
    <>
      <tr className={isOn ? "on" : ""} id={`row-${row.id}`}>
        <th scope="row">
          <span className="side-label sm i3">{t("reconciliation.bank")}</span>
          {isOpening ? name : <SideName line={row.bank} none={t("reconciliation.none.bank")} />}
        </th>
        <td className="r">{isOpening ? <Money minor={opening.bank} /> : <SideAmount row={row} side="bank" />}</td>
        <td className="differs">
          <button type="button" className="plain" aria-expanded={isOpen} onClick={onPress}>
            <State icon={icon} tone={tone}>
              {t(`reconciliation.kind.${row.kind}`)}
            </State>
            <span className="sr"> {name}</span>
          </button>
        </td>
        <td>
          <span className="side-label sm i3">{t("reconciliation.ledger")}</span>
          {isOpening ? name : <SideName line={row.ledger} none={t("reconciliation.none.ledger")} />}
        </td>
        <td className="r">{isOpening ? <Money minor={opening.ledger} /> : <SideAmount row={row} side="ledger" />}</td>
        <td className="mark-cell">
          {row.ledger && <FactMark transactionId={row.ledger.transaction} title={row.ledger.reference} />}
        </td>
      </tr>
      {isOpen && (
        <tr className="detail-row">
          <td colSpan={columns}>
            <DifferenceDetail row={row} account={of.account} onDay={of.day} reported={findReported(row, of.reported)} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Both sides of the day laid beside each other: what differs first, what meets folded below. */
export function TwoSides({
  groups,
  atId,
  openId,
  opening,
  of,
  onPress,
  onMore,
}: {
  groups: readonly SidesGroup[];
  atId: string | undefined;
  openId: string | undefined;
  opening: { readonly bank: number; readonly ledger: number };
  of: OnLedger;
  onPress(id: string): void;
  onMore(): void;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  return (
    <table className="tbl sides-table">
      <caption className="sr">{t("reconciliation.title")}</caption>
      <TableHead
        columns={[
          { head: t("reconciliation.bank") },
          { head: t("reconciliation.amount", { unit }), look: "r" },
          { head: t("reconciliation.where"), look: "differs" },
          { head: t("reconciliation.ledger") },
          { head: t("reconciliation.amount", { unit }), look: "r" },
          { head: t("ui.receipt"), look: "mark-cell", isUnseen: true },
        ]}
      />
      <tbody>
        {groups.map(({ kind, count, rows }) => (
          <Fragment key={kind}>
            <tr className="grp">
              <td colSpan={columns}>
                <b>{t(`reconciliation.group.${kind}`)}</b>{" "}
                <span className="i3 num">{t("reconciliation.lines", { count })}</span>
                {kind === "matched" && rows.length < count && (
                  <button type="button" className="btn t s" aria-expanded={rows.length > 0} onClick={onMore}>
                    <Icon name="fall" size={14} />
                    {t("reconciliation.unfold")} <kbd>X</kbd>
                  </button>
                )}
              </td>
            </tr>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                isOn={row.id === atId}
                isOpen={row.id === openId}
                opening={opening}
                of={of}
                onPress={() => onPress(row.id)}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
