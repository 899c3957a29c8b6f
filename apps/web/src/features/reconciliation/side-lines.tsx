import { useText } from "../../i18n/use-text.ts";
import { moneyText } from "../../ui/format-money.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { Money } from "../../ui/money.tsx";
import { type DayRow, signed } from "./compare-day.ts";
import { differingParts } from "./differing-parts.ts";

/** One side's name of a line and what belongs to it, or that this side has none. */
export function SideName({ line, none }: { line: DayRow["bank"] | DayRow["ledger"]; none: string }) {
  if (line === undefined) return <span className="i2">{none}</span>;
  const more = "remittance" in line ? line.remittance : undefined;
  return (
    <>
      <span className="num">{line.reference}</span>
      {line.endToEndId !== undefined && <span className="side-more sm i2 num">{line.endToEndId}</span>}
      {more !== undefined && <span className="side-more sm i3">{more}</span>}
    </>
  );
}

/** One side's amount; the digits in which the other side differs stand out by weight and colour. */
export function SideAmount({ row, side }: { row: DayRow; side: "bank" | "ledger" }) {
  const { t } = useText();
  const { currency } = useLedger();
  const line = row[side];
  if (line === undefined) return null;
  const other = side === "bank" ? row.ledger : row.bank;
  if (row.kind !== "amountDiffers" || other === undefined) return <Money minor={signed(line)} />;
  const parts = differingParts(moneyText(signed(line), currency.decimals), moneyText(signed(other), currency.decimals));
  let at = 0;
  return (
    <span className="money">
      {parts.map(({ text, differs }) => {
        at += text.length;
        return differs ? (
          <b key={at} className="bad">
            <span className="sr">{t("reconciliation.differsHere")}</span>
            {text}
          </b>
        ) : (
          <span key={at}>{text}</span>
        );
      })}
    </span>
  );
}
