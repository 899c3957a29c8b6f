import { checkpointsView } from "@mingbai/http/explorer-views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { CheckpointCard } from "./checkpoint-card.tsx";

const refreshMs = 5_000;

/** The newest checkpoint as text. */
export function LatestCheckpoint() {
  const { t } = useText();
  const asked = useView(checkpointsView, { limit: 1 }, { everyMs: refreshMs });
  return (
    <section>
      <h2>{t("explorer.checkpoint")}</h2>
      <PageState
        asked={asked}
        what={t("explorer.what.checkpoints")}
        rows={3}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<p className="i2 sm">{t("explorer.checkpoint.none")}</p>}
      >
        {({ rows }) => rows.map((row) => <CheckpointCard key={row.size} checkpoint={row} />)}
      </PageState>
    </section>
  );
}
