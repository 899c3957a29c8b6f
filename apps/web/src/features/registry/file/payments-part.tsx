import { localYear } from "@mingbai/ledger/calendar/local-days";
import type { HouseholdFile, PersonFile } from "@mingbai/registry/views/household";
import { type PaymentRow, paymentsSummaryView, paymentsView } from "@mingbai/treasury/views";
import { useQueries } from "@tanstack/react-query";
import { Link } from "react-router";
import { runQuery } from "../../../api/run-query.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useLedger } from "../../../ui/ledger-context.ts";
import { MoneyCell } from "../../../ui/money-cell.tsx";
import { TableHead } from "../../../ui/table-head.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { PaymentState } from "../../payments/payment-state.tsx";
import { personName } from "./household-words.ts";

const shownMax = 8;

interface Paid {
  readonly person: PersonFile;
  readonly row: PaymentRow;
}

/** Money of this ledger that went to people of the household, the newest first: when, what for, to whom, how far it is. */
export function PaymentsPart({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const { day, unit } = useFormat();
  const found = usePaid(file);
  if (found === undefined) return null;
  const { paid, yearMinor } = found;
  if (paid.length === 0) return <p className="i2 sm">{t("relief.paid.none")}</p>;
  return (
    <table className="tbl relief-table">
      <caption className="sr">{t("relief.paid")}</caption>
      <TableHead
        columns={[
          { head: t("relief.when") },
          { head: t("relief.what") },
          { head: t("relief.whom") },
          { head: t("relief.amount", { unit }), look: "r" },
          { head: t("relief.state") },
        ]}
      />
      <tbody>
        {paid.slice(0, shownMax).map(({ person, row }) => (
          <tr key={row.id}>
            <th scope="row" className="num nw">
              {day(row.paidOn)}
            </th>
            <td>
              <Link to={`/payments/${row.id}`}>{row.purpose === "" ? row.fund.name : row.purpose}</Link>
            </td>
            <td className="nw">{personName(person.values)}</td>
            <MoneyCell minor={row.amountMinor} />
            <td>
              <PaymentState status={row.status} kind={row.kind} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t("relief.thisYear")}
          </th>
          <MoneyCell minor={yearMinor} />
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

/** The newest payments, and the sum of this year; undefined while they are asked for, and where nobody has an account to be paid into. */
function usePaid({ residents, readAt }: HouseholdFile) {
  const ledger = useLedger();
  const people = residents.flatMap((person) => (person.account === null ? [] : [{ person, account: person.account }]));
  const from = `${localYear(ledger, readAt.timeMs)}-01-01`;
  const lists = useQueries({
    queries: people.map(({ account }) => ({
      queryKey: [paymentsView.name, { payee: account, limit: shownMax }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        runQuery(paymentsView, { payee: account, limit: shownMax }, signal),
    })),
  });
  const sums = useQueries({
    queries: people.map(({ account }) => ({
      queryKey: [paymentsSummaryView.name, { payee: account, from }],
      queryFn: ({ signal }: { signal: AbortSignal }) => runQuery(paymentsSummaryView, { payee: account, from }, signal),
    })),
  });
  const isWaiting = [...lists, ...sums].some(({ data }) => data === undefined);
  if (people.length === 0 || isWaiting) return undefined;
  const paid = people.flatMap(({ person }, at): Paid[] =>
    (lists[at]?.data?.rows ?? []).map((row) => ({ person, row })),
  );
  return {
    paid: paid.toSorted((one, other) => other.row.paidOn.localeCompare(one.row.paidOn)),
    yearMinor: sums.reduce((sum, { data }) => sum + (data?.sumMinor ?? 0), 0),
  };
}
