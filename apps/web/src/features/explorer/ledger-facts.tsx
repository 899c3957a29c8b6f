import type { LedgerStatus } from "@mingbai/http/explorer-views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { useFormat } from "../../ui/use-format.ts";

/** Height, newest block, entries, today, quorum. */
export function LedgerFacts({ status }: { status: LedgerStatus }) {
  const { t } = useText();
  const { time, clock } = useFormat();
  const { head, today, quorum } = status;
  return (
    <dl className="facts num">
      <div>
        <dt>{t("explorer.height")}</dt>
        <dd>
          <Link className="opens" to={`/ledger/blocks/${head.height}`}>
            {countText(head.height)}
          </Link>
        </dd>
      </div>
      <div>
        <dt>{t("explorer.headTime")}</dt>
        <dd title={time(head.timeMs, true)}>{clock(head.timeMs)}</dd>
      </div>
      <div>
        <dt>{t("explorer.entries")}</dt>
        <dd>{countText(head.logSize)}</dd>
      </div>
      <div>
        <dt>{t("explorer.today")}</dt>
        <dd>
          {t("explorer.todayTransactions", { transactions: countText(today.transactions) })}{" "}
          <small>{t("explorer.todayLines", { lines: countText(today.lines) })}</small>
        </dd>
      </div>
      <div>
        <dt>{t("explorer.quorum")}</dt>
        <dd>{t("explorer.quorumValue", { need: quorum.need, of: quorum.of })}</dd>
      </div>
    </dl>
  );
}
