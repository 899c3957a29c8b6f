import type { DayCloseRow, DayItem, DifferenceRow } from "@mingbai/treasury/views/bank-close";
import { useMemo } from "react";
import { useText } from "../../i18n/use-text.ts";
import { ExportFiles } from "../../ui/export-files.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { BalanceStatement } from "./balance-statement.tsx";
import { closeItems } from "./close-items.ts";
import { ClosePanel } from "./close-panel.tsx";
import { compareDay, type LedgerDay } from "./compare-day.ts";
import { dayTable } from "./day-table.ts";
import { Equation } from "./equation.tsx";
import type { GivenStatement } from "./read-statement.ts";
import { TwoSides } from "./two-sides.tsx";
import { useDayDesk } from "./use-day-desk.ts";
import { VerdictNote } from "./verdict-note.tsx";

/** How far the ledger is with an account's days. */
export interface DayStanding {
  /** Differences of the account, of whichever day. */
  readonly reported: readonly DifferenceRow[];
  /** What was signed of this day. */
  readonly close: DayCloseRow | undefined;
  /** Items that the close before named. */
  readonly before: readonly DayItem[];
}

/** One bank day compared: equation, verdict, both sides, and the statement to print. */
export function DayDesk({
  given,
  ledger,
  standing,
}: {
  given: GivenStatement;
  ledger: LedgerDay;
  standing: DayStanding;
}) {
  const { t } = useText();
  const { currency } = useLedger();
  const { statement } = given;
  const { reported, close, before } = standing;
  const compared = useMemo(() => compareDay(ledger, statement), [ledger, statement]);
  const { groups, rows, atId, openId, press, more } = useDayDesk(compared);
  const table = () => dayTable(rows, { t, day: statement.day, decimals: currency.decimals });
  const { items, unsettled } = closeItems(compared, { day: statement.day, before, reported });
  const isUnknown = ledger.lines.length === 0 && ledger.bookedBefore === 0 && statement.entries.length > 0;
  return (
    <div className="day-desk">
      <div className="day-main">
        <Equation compared={compared} day={statement.day} height={ledger.readAt.height} />
        {isUnknown && (
          <div className="note warn">
            <Icon name="warn" />
            <span>{t("reconciliation.unknownAccount", { account: statement.account })}</span>
          </div>
        )}
        <VerdictNote compared={compared} />
        <div className="row wrap day-acts">
          <span className="sp" />
          {rows.length > 0 && <ExportFiles file={`reconciliation-${statement.day}`} table={table} />}
          <button type="button" className="btn t" onClick={() => window.print()}>
            <Icon name="print" />
            {t("reconciliation.print")} <kbd>P</kbd>
          </button>
        </div>
        {groups.length === 0 ? (
          <p className="i2">{t("reconciliation.quiet")}</p>
        ) : (
          <TwoSides
            groups={groups}
            atId={atId}
            openId={openId}
            opening={{ bank: statement.openingBalance, ledger: ledger.bookedBefore }}
            of={{ account: statement.account, day: statement.day, reported }}
            onPress={press}
            onMore={more}
          />
        )}
      </div>
      <BalanceStatement compared={compared} statement={statement}>
        <ClosePanel
          given={given}
          ledger={ledger}
          compared={compared}
          items={items}
          unsettled={unsettled.length}
          openCount={reported.filter(({ state }) => state === "open").length}
          close={close}
        />
      </BalanceStatement>
    </div>
  );
}
