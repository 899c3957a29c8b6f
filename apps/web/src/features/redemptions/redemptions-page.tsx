import "../matter/matter.css";
import "../matter/matter-parts.css";
import "./redemptions.css";
import { ordersPerCommandMax } from "@mingbai/treasury/schema";
import { type RedemptionRow, RedemptionState } from "@mingbai/treasury/views/acts";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { ExportButtons, exportKeys } from "../../ui/export-files.tsx";
import { Icon } from "../../ui/icon.tsx";
import { KeyStrip } from "../../ui/key-strip.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { openReceipt } from "../../ui/receipt-store.ts";
import { TabLinks } from "../../ui/tab-links.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { boxesFor, boxIn, type DeskBox } from "./desk-boxes.ts";
import { type OrderState, questionOf, useOrderRows } from "./order-rows.ts";
import { OrderTable } from "./order-table.tsx";
import { OwnHoldings } from "./own-holdings.tsx";
import { ReleaseBar } from "./release-bar.tsx";
import { useHoldings } from "./use-holdings.ts";
import { useOrdersExport } from "./use-orders-export.ts";

/** The redemption desk: what is held and redeemed, what waits for release, and how far each order is. */
export function Component() {
  const { t } = useText();
  const session = useSession();
  const [search] = useSearchParams();
  const boxes = boxesFor(session?.roles ?? []);
  const order = search.get("order") ?? undefined;
  const box = order === undefined ? boxIn(search.get("box"), boxes) : (boxes.at(-1) ?? undefined);
  return (
    <div className="page redemptions-page">
      {box === undefined ? (
        <>
          <PageTitle title={t("redemptions.title")} />
          <EmptyState title={t(session ? "redemptions.notYours" : "redemptions.signIn")}>
            {session ? t("redemptions.notYours.how") : <Link to="/sign-in">{t("redemptions.signIn.do")}</Link>}
          </EmptyState>
        </>
      ) : (
        // Another part of the desk starts with nothing ticked and nothing in hand.
        <Desk key={`${box} ${order ?? ""}`} box={box} boxes={boxes} order={order} />
      )}
    </div>
  );
}

function DeskTabs({ box, boxes }: { box: DeskBox; boxes: readonly DeskBox[] }) {
  const { t } = useText();
  if (boxes.length < 2) return null;
  const tabs = boxes.map((one) => ({ to: `?box=${one}`, words: t(`redemptions.box.${one}`), isHere: one === box }));
  return <TabLinks name={t("redemptions.boxes")} tabs={tabs} />;
}

function StateFilter({ box, state }: { box: DeskBox; state: OrderState | undefined }) {
  const { t } = useText();
  const [, setSearch] = useSearchParams();
  return (
    <div className="filters">
      <select
        className="field"
        aria-label={t("redemptions.stands")}
        value={state ?? ""}
        onChange={({ target }) =>
          setSearch({ box, ...(target.value === "" ? {} : { state: target.value }) }, { replace: true })
        }
      >
        <option value="">{t("redemptions.states")}</option>
        {RedemptionState.options.map((one) => (
          <option key={one} value={one}>
            {t(`redemptions.state.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The row in hand by its id, and the ticked ones that may still be released. */
function useHands(rows: readonly RedemptionRow[]) {
  const [heldId, hold] = useState<string>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const able = rows.filter(({ release }) => release === "may");
  const at = rows.findIndex(({ endToEndId }) => endToEndId === heldId);
  const move = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (!next) return;
    hold(next.endToEndId);
    document.getElementById(`order-${next.endToEndId}`)?.scrollIntoView({ block: "nearest" });
  };
  return {
    held: rows[at],
    hold,
    move,
    able,
    ticked,
    chosen: able.filter(({ endToEndId }) => ticked.has(endToEndId)),
    tick: (id: string) => setTicked((before) => before.symmetricDifference(new Set([id]))),
    tickAll: () => setTicked(new Set(able.slice(0, ordersPerCommandMax).map(({ endToEndId }) => endToEndId))),
    clear: () => setTicked(new Set()),
  };
}

function Desk({ box, boxes, order }: { box: DeskBox; boxes: readonly DeskBox[]; order: string | undefined }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const [search] = useSearchParams();
  const state = RedemptionState.options.find((one) => one === search.get("state"));
  const { pages, rows } = useOrderRows(questionOf(box, { state, order }), { off: false });
  const held = useHoldings({ off: box !== "own" });
  const hands = useHands(rows);
  const [isSigning, setSigning] = useState(false);
  const [done, setDone] = useState<{ count: number; sumMinor: number }>();
  const exporting = useOrdersExport(rows);
  const ticks = hands.able.length > 0;
  const toggle = () => hands.held?.release === "may" && hands.tick(hands.held.endToEndId);
  useKeys({
    j: () => hands.move(1),
    k: () => hands.move(-1),
    x: toggle,
    a: () => ticks && setSigning(true),
    Enter: () => {
      const row = hands.held;
      if (!row) return false;
      const { transaction } = row.ended ?? row.released ?? row.ordered;
      openReceipt({ transactionId: transaction, title: row.endToEndId });
      return true;
    },
  });
  return (
    <>
      <PageTitle title={t("redemptions.title")}>
        <span className="i3">{t(`redemptions.about.${box}`)}</span>
        <span className="sp" />
        {rows.length > 0 && <ExportButtons {...exporting} />}
      </PageTitle>
      <DeskTabs box={box} boxes={boxes} />
      {done && (
        <div className="note ok" role="status">
          <Icon name="tick" />
          <div>
            <b>{t("redemptions.done", { count: done.count, sum: moneyWithUnit(done.sumMinor) })}</b>
            <p>{t("redemptions.done.next")}</p>
          </div>
        </div>
      )}
      {box === "own" && <OwnHoldings held={held} height={pages.data?.pages[0]?.readAt.height ?? 0} />}
      {box === "own" && <h2>{t("redemptions.orders")}</h2>}
      {box !== "waiting" && order === undefined && <StateFilter box={box} state={state} />}
      {order !== undefined && (
        <p className="chips">
          <Link className="btn s" to="/redemptions">
            <span className="num">{order}</span> <Icon name="close" size={12} />
            <span className="sr">{t("redemptions.order.clear")}</span>
          </Link>
        </p>
      )}
      <PageState
        asked={pages}
        what={t("redemptions.what")}
        rows={8}
        isEmpty={() => rows.length === 0}
        empty={
          <EmptyState title={t(order === undefined ? `redemptions.none.${box}` : "redemptions.order.none")}>
            {t(order === undefined ? `redemptions.none.${box}.how` : "redemptions.order.none.how")}
          </EmptyState>
        }
      >
        {() => (
          <OrderTable
            rows={rows}
            hasMore={pages.hasNextPage}
            atId={hands.held?.endToEndId}
            ticks={ticks}
            ticked={hands.ticked}
            caption={t(`redemptions.box.${box}`)}
            onHold={hands.hold}
            onTick={hands.tick}
          />
        )}
      </PageState>
      {pages.hasNextPage && (
        <button
          type="button"
          className="btn t more"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("redemptions.more")}
        </button>
      )}
      {ticks && (
        <ReleaseBar
          rows={hands.chosen}
          able={hands.able.length}
          isSigning={isSigning}
          onSigning={setSigning}
          onTickAll={hands.tickAll}
          onDone={(released) => {
            setSigning(false);
            hands.clear();
            setDone(released);
          }}
        />
      )}
      <KeyStrip
        keys={[
          { press: ["J", "K"], does: t("redemptions.key.move") },
          { press: ["Enter"], does: t("redemptions.key.receipt") },
          ...(ticks
            ? [
                { press: ["X"], does: t("redemptions.key.tick") },
                { press: ["A"], does: t("redemptions.key.release") },
              ]
            : []),
          ...exportKeys(t),
          { press: ["?"], does: t("redemptions.key.all") },
        ]}
      />
    </>
  );
}
