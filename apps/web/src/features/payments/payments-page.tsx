import "./payments.css";
import type { PaymentSort } from "@mingbai/treasury/views";
import { useCallback, useMemo } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { ExportButtons, exportKeys } from "../../ui/export-files.tsx";
import { KeyStrip } from "../../ui/key-strip.tsx";
import { ListFrame } from "../../ui/list/list-frame.tsx";
import { useLongList } from "../../ui/list/use-long-list.ts";
import { EmptyState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { usePartyName } from "../../ui/party-name.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { FilterChips } from "./filter-chips.tsx";
import { type ListAddress, listAddress, readListAddress } from "./list-address.ts";
import { OcdsButton } from "./ocds-button.tsx";
import { PaymentFilters } from "./payment-filters.tsx";
import { PaymentRows } from "./payment-rows.tsx";
import { useExport } from "./use-export.ts";
import { usePaymentRows } from "./use-payment-rows.ts";

/** The list's address, and the ways to change it. */
function useList() {
  const [search, setSearch] = useSearchParams();
  const list = useMemo(() => readListAddress(search), [search]);
  const set = useCallback(
    (next: ListAddress) => setSearch(listAddress(next), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const change = useCallback(
    (part: { [K in keyof ListAddress["filter"]]?: ListAddress["filter"][K] | undefined }) => {
      const filter = Object.fromEntries(
        Object.entries({ ...list.filter, ...part }).filter(([, value]) => value !== undefined),
      );
      set({ ...list, filter });
    },
    [list, set],
  );
  const sortBy = (sort: PaymentSort) =>
    set({ ...list, sort, order: sort === list.sort && list.order === "desc" ? "asc" : "desc" });
  return { list, change, sortBy, clear: () => set({ ...list, filter: {} }) };
}

/** Every payment: filters, sorting, count and sum of the whole filter, export, keys; 100,000 rows and more. */
export function Component() {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const partyName = usePartyName();
  const navigate = useNavigate();
  const { list, change, sortBy, clear } = useList();
  const { rows, pages, summary, fresh, showFresh, asOfHeight, live } = usePaymentRows(list);
  const count = summary.data?.count ?? 0;
  const exporting = useExport(list, { count, asOfHeight });
  const long = useLongList({
    rows,
    pages,
    idOf: ({ id }) => `payment-${id}`,
    onOpen: ({ id }) => navigate(`/payments/${id}`),
  });
  useKeys({ ...long.keys, "/": () => document.getElementById("payments-filter")?.focus() });
  const firstPayee = rows[0]?.payee;
  const filtered = Object.keys(list.filter).length > 0;
  const asked = live.data
    ? pages
    : { ...pages, data: undefined, error: live.error, isFetching: live.isFetching, refetch: live.refetch };

  return (
    <>
      <div className="page">
        <PageTitle title={t("payments.title")}>
          {summary.data && (
            <p className="i2 num list-count" role="status">
              <span>{t("payments.count", { count })}</span>
              <span>{t("payments.sum", { sum: moneyWithUnit(summary.data.sumMinor) })}</span>
              {summary.data.returnedMinor !== 0 && (
                <span className="i3 sm">
                  {t("payments.paidAndBack", {
                    paid: moneyWithUnit(summary.data.paidMinor),
                    returned: moneyWithUnit(summary.data.returnedMinor),
                  })}
                </span>
              )}
            </p>
          )}
          <span className="sp" />
          {list.filter.fund !== undefined && (
            <OcdsButton asked={{ fund: list.filter.fund }} file={`ocds-${list.filter.fund}`} />
          )}
          <ExportButtons save={exporting.save} running={exporting.running} failed={false} />
        </PageTitle>
        <p className="sm i2 export-progress num" role="status">
          {exporting.progress}
        </p>
        <PaymentFilters filter={list.filter} onChange={change} />
        <FilterChips
          filter={list.filter}
          payeeName={firstPayee && firstPayee.account === list.filter.payee ? partyName(firstPayee) : undefined}
          onRemove={(name) => change({ [name]: undefined })}
          onRemoveAll={clear}
        />
        <SavedFilters page="payments" search={listAddress(list).toString()} />
        {fresh > 0 && (
          <button type="button" className="plain fresh-line" onClick={showFresh}>
            {t("payments.fresh", { count: fresh })}
          </button>
        )}
        <ListFrame
          pages={pages}
          asked={asked}
          isEmpty={rows.length === 0}
          empty={
            <EmptyState title={t(filtered ? "payments.empty" : "payments.emptyLedger")}>
              {t(filtered ? "payments.empty.how" : "payments.emptyLedger.how")}
            </EmptyState>
          }
          what={t("payments.what")}
          end={t("payments.end", { count: count.toLocaleString("en-US") })}
          more={t("payments.more", { count: 500 })}
        >
          <PaymentRows
            list={long}
            count={count}
            sumMinor={summary.data?.sumMinor ?? 0}
            sort={list.sort}
            order={list.order}
            onSort={sortBy}
          />
        </ListFrame>
      </div>
      <KeyStrip
        keys={[
          { press: ["J", "K"], does: t("payments.key.move") },
          { press: ["Enter"], does: t("payments.key.open") },
          { press: ["/"], does: t("payments.key.filter") },
          ...exportKeys(t),
          { press: ["?"], does: t("payments.key.all") },
        ]}
      />
    </>
  );
}
