import "./explorer.css";
import { checkpointsView } from "@mingbai/http/explorer-views";
import { useSearchParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { Pager } from "../../ui/pager.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { CheckpointCard } from "./checkpoint-card.tsx";

const shownCheckpoints = 10;
const refreshMs = 5_000;

/** Every checkpoint as published, newest first. */
export function Component() {
  const { t } = useText();
  const { time } = useFormat();
  const [search, setSearch] = useSearchParams();
  const before = Number(search.get("before")) || undefined;
  const asked = useView(
    checkpointsView,
    { limit: shownCheckpoints, ...(before === undefined ? {} : { before }) },
    { everyMs: before === undefined ? refreshMs : false, keep: true },
  );
  return (
    <div className="page">
      <PageTitle title={t("explorer.checkpoints")} />
      <p className="i2">{t("explorer.checkpoints.lead")}</p>
      <PageState
        asked={asked}
        what={t("explorer.what.checkpoints")}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("explorer.checkpoints.empty")}>{t("explorer.checkpoints.empty.how")}</EmptyState>}
      >
        {({ rows, next }) => (
          <>
            <ul className="checkpoints">
              {rows.map((row) => (
                <li key={row.size}>
                  <h2 className="num">
                    {t("explorer.checkpoint.at", { size: countText(row.size), height: countText(row.height) })}
                  </h2>
                  <p className="sm i2 num">
                    {time(row.timeMs, true)}
                    {"  "}
                    {t("explorer.signers", { count: row.signers.length })}
                  </p>
                  <CheckpointCard checkpoint={row} />
                </li>
              ))}
            </ul>
            <Pager
              back={before === undefined ? undefined : { label: t("explorer.newest"), go: () => setSearch({}) }}
              on={
                next === null ? undefined : { label: t("explorer.more"), go: () => setSearch({ before: String(next) }) }
              }
            />
          </>
        )}
      </PageState>
    </div>
  );
}
