import { localDate } from "@mingbai/ledger/calendar/local-days";
import { useCallback, useMemo, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { weekdayText } from "../../ui/due-time.ts";
import { exportKeys } from "../../ui/export-files.tsx";
import { Icon } from "../../ui/icon.tsx";
import { KeyStrip } from "../../ui/key-strip.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { OfflineNote, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useNow } from "../../ui/use-now.ts";
import { EmptyQueue } from "./empty-queue.tsx";
import { groupRows } from "./group-rows.ts";
import { Preview } from "./preview.tsx";
import { type QueueAddress, queueAddress, readQueueAddress } from "./queue-address.ts";
import { QueueExport } from "./queue-export.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { QueueRows } from "./queue-rows.tsx";
import { QueueTabs } from "./queue-tabs.tsx";
import { TickedBar } from "./ticked-bar.tsx";
import { useHeldMatter } from "./use-held-matter.ts";
import { useQueue } from "./use-queue.ts";

/** Who may apply: the roles of `workflow.submitMatter`. */
const applying: readonly string[] = ["projectManager", "supplier", "individual"];

/** Home of whoever works here: what waits for them, the most urgent first. */
export function Queue() {
  const { t, language } = useText();
  const { day } = useFormat();
  const { zoneOffsetMinutes } = useLedger();
  const nowMs = useNow();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const address = useMemo(() => readQueueAddress(search), [search]);
  const change = useCallback(
    (part: { [K in keyof QueueAddress]?: QueueAddress[K] | undefined }) => {
      const next = Object.fromEntries(
        Object.entries({ ...address, ...part }).filter(([, value]) => value !== undefined),
      );
      setSearch(queueAddress({ box: address.box, ...next }), { replace: true, preventScrollReset: true });
    },
    [address, setSearch],
  );
  const queue = useQueue(address);
  const groups = groupRows(queue.rows, { timeMs: nowMs, zoneOffsetMinutes });
  const inOrder = groups.flatMap(({ rows }) => rows);
  const { held, hold, move } = useHeldMatter(inOrder);
  const session = useSession();
  const mayApply = session?.roles.some((role) => applying.includes(role)) === true;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (id: string) => setTicked((before) => before.symmetricDifference(new Set([id])));
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => held && navigate(`/work/${held.id}`),
    x: () => held && tick(held.id),
    f: () => held && navigate(`/work/${held.id}?do=forward`),
    n: () => (mayApply ? navigate("/work/new") : false),
    "/": () => document.getElementById("queue-filter")?.focus(),
  });
  const funds = [...new Map(queue.rows.map(({ fund, fundName }) => [fund, fundName]))].map(([number, name]) => ({
    number,
    name,
  }));
  const today = localDate({ zoneOffsetMinutes }, nowMs);
  const filtered = address.stage !== undefined || address.fund !== undefined || address.text !== undefined;
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = queue.pages;
  return (
    <>
      <div className="work">
        <div className="page">
          <PageTitle title={t("work.title")}>
            <span className="i3">
              {t("work.today", {
                day: day(today),
                weekday: weekdayText(nowMs, { language, zoneOffsetMinutes, long: true }),
              })}
            </span>
            <span className="sp" />
            {mayApply && (
              <Link className="btn p" to="/work/new">
                <Icon name="plus" />
                {t("work.new")} <kbd>N</kbd>
              </Link>
            )}
          </PageTitle>
          <QueueTabs address={address} counts={queue.counts} />
          <QueueFilters address={address} funds={funds} onChange={change} />
          <SavedFilters page="work" search={queueAddress(address).toString()} />
          {queue.failed && queue.pages.data && <OfflineNote sinceMs={queue.updatedMs} />}
          <TickedBar rows={inOrder.filter(({ id }) => ticked.has(id))} onClear={() => setTicked(new Set())} />
          {queue.fresh > 0 && (
            <button type="button" className="plain fresh-line" onClick={queue.show}>
              {t("work.fresh", { count: queue.fresh })}
            </button>
          )}
          <PageState
            asked={queue.pages}
            what={t("work.what")}
            rows={12}
            isEmpty={() => queue.rows.length === 0}
            empty={<EmptyQueue box={address.box} isFiltered={filtered} onClear={() => setSearch({})} />}
          >
            {() => (
              <QueueRows
                groups={groups}
                nowMs={nowMs}
                atId={held?.id}
                ticked={ticked}
                gone={queue.gone}
                isTodo={address.box === "todo"}
                count={queue.count}
                sumMinor={queue.sumMinor}
                caption={t(`work.box.${address.box}`)}
                onHold={hold}
                onTick={tick}
              />
            )}
          </PageState>
          {queue.rows.length > 0 && <QueueExport address={address} />}
          {hasNextPage && (
            <button type="button" className="btn t" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t("work.more", { count: queue.count - queue.rows.length })}
            </button>
          )}
        </div>
        {held && (
          <aside className="preview" aria-label={t("work.inHand")}>
            <Preview row={held} nowMs={nowMs} onForward={() => navigate(`/work/${held.id}?do=forward`)} />
          </aside>
        )}
      </div>
      <KeyStrip
        keys={[
          { press: ["J", "K"], does: t("work.key.move") },
          { press: ["Enter"], does: t("work.key.open") },
          { press: ["X"], does: t("work.key.tick") },
          { press: ["F"], does: t("work.key.forward") },
          { press: ["/"], does: t("work.key.filter") },
          ...exportKeys(t),
          { press: ["?"], does: t("work.key.all") },
        ]}
      />
    </>
  );
}
