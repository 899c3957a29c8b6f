import { type BlockRow, blocksView } from "@mingbai/http/explorer-views";
import { useRef, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { bytesText, countText } from "../../ui/format-money.ts";
import { Hash } from "../../ui/hash.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { Pager } from "../../ui/pager.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";

const shownBlocks = 20;
const followEveryMs = 2_000;

function Blocks({ rows, freshFrom }: { rows: readonly BlockRow[]; freshFrom: number }) {
  const { t } = useText();
  const { clock, time } = useFormat();
  const nameOf = useOrganisationName();
  return (
    <table className="tbl" aria-labelledby="blocks-title">
      <TableHead
        columns={[
          { head: t("explorer.heightColumn") },
          { head: t("explorer.time") },
          { head: t("explorer.transactions"), look: "r" },
          { head: t("explorer.lines"), look: "r" },
          { head: t("explorer.size"), look: "r wide" },
          { head: t("explorer.proposer"), look: "wide" },
          { head: t("explorer.appHash"), look: "wide" },
          { head: t("explorer.cosigned"), look: "r wide" },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={row.height} className={row.height > freshFrom ? "fresh" : ""}>
            <th scope="row" className="num">
              <Link to={`/ledger/blocks/${row.height}`} id={`block-${row.height}`}>
                {countText(row.height)}
              </Link>
              <span className="narrow sm i2">
                {nameOf(row.proposer)} {row.cosigned.have} / {row.cosigned.of}
                <br />
                <Hash hex={row.appHash} start /> {bytesText(row.bytes)}
              </span>
            </th>
            <td className="num i2" title={time(row.timeMs, true)}>
              {clock(row.timeMs)}
            </td>
            <td className="r">
              {countText(row.transactions)}
              {row.refused > 0 && <span className="sm i3"> {t("explorer.refused", { count: row.refused })}</span>}
            </td>
            <td className="r">{countText(row.lines)}</td>
            <td className="r wide i2">{bytesText(row.bytes)}</td>
            <td className="wide">{nameOf(row.proposer)}</td>
            <td className="wide i2">
              <Hash hex={row.appHash} start />
            </td>
            <td className={`r wide num ${row.cosigned.have < row.cosigned.of ? "warn" : ""}`}>
              {row.cosigned.have} / {row.cosigned.of}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Blocks, newest first, following new ones until held (P) or paged back. */
export function BlocksList() {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const [heldAt, setHeldAt] = useState<number>();
  const before = Number(search.get("before")) || undefined;
  const follows = heldAt === undefined && before === undefined;
  const newest = useView(blocksView, { limit: shownBlocks }, { everyMs: followEveryMs });
  const from = heldAt === undefined ? before : heldAt + 1;
  const page = useView(
    blocksView,
    { limit: shownBlocks, ...(from === undefined ? {} : { before: from }) },
    { off: follows, keep: true },
  );
  const asked = follows ? newest : page;
  const top = newest.data?.rows[0]?.height ?? 0;
  const firstTop = useRef(0);
  if (firstTop.current === 0) firstTop.current = top;
  const toggle = () => setHeldAt(heldAt === undefined ? top : undefined);
  useKeys({ p: toggle });
  const since = heldAt === undefined ? 0 : top - heldAt;
  const words = follows
    ? t("explorer.live")
    : heldAt === undefined
      ? ""
      : since > 0
        ? t("explorer.held", { count: since })
        : t("explorer.heldNone");
  return (
    <section aria-labelledby="blocks-title">
      <div className="row wrap">
        <h2 id="blocks-title">{t("explorer.blocks")}</h2>
        <span className="sm i2">{words}</span>
        <span className="sp" />
        {before === undefined && (
          <button type="button" className="btn s" aria-pressed={heldAt !== undefined} onClick={toggle}>
            <Icon name={heldAt === undefined ? "pause" : "play"} size={14} />
            {t(heldAt === undefined ? "explorer.pause" : "explorer.resume")}
          </button>
        )}
      </div>
      <PageState
        asked={asked}
        what={t("explorer.what.blocks")}
        rows={10}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("explorer.empty")}>{t("explorer.empty.how")}</EmptyState>}
      >
        {({ rows, next }) => (
          <>
            <Blocks rows={rows} freshFrom={follows ? firstTop.current : Number.POSITIVE_INFINITY} />
            <Pager
              back={before === undefined ? undefined : { label: t("explorer.newest"), go: () => setSearch({}) }}
              on={
                next === null
                  ? undefined
                  : { label: t("explorer.older"), go: () => setSearch({ before: String(next) }) }
              }
            />
          </>
        )}
      </PageState>
    </section>
  );
}
