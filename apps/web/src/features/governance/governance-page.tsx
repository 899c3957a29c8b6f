import "./governance.css";
import { proposalsPageRowsMax, proposalsView } from "@mingbai/governance/views";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { Pager } from "../../ui/pager.tsx";
import { useKeys } from "../../ui/use-keys.ts";
import { DoubleVotes } from "./double-votes.tsx";
import { ProposalsTable } from "./proposals-table.tsx";
import { mayPropose } from "./who-may.ts";

const everyMs = 10_000;

/** What is open for votes, and what was decided. */
export function Component() {
  const { t } = useText();
  const may = mayPropose(useSession()?.roles);
  const navigate = useNavigate();
  useKeys({ n: () => may && void navigate("/governance/propose") });
  return (
    <div className="page governance">
      <PageTitle title={t("governance.title")}>
        <span className="sp" />
        <Link className="btn" to="/governance/rules">
          {t("governance.rules")}
        </Link>
        {may && (
          <Link className="btn p" to="/governance/propose">
            <Icon name="plus" size={14} />
            {t("governance.propose")} <kbd>N</kbd>
          </Link>
        )}
      </PageTitle>
      <p className="i2">{t("governance.lead")}</p>
      <Open />
      <Ended />
      <DoubleVotes />
    </div>
  );
}

function Open() {
  const { t } = useText();
  const asked = useView(proposalsView, { box: "open", limit: proposalsPageRowsMax }, { everyMs });
  return (
    <section aria-labelledby="governance-open">
      <h2 id="governance-open">{t("governance.open")}</h2>
      <PageState
        asked={asked}
        what={t("governance.what")}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("governance.open.none")}>{t("governance.open.none.how")}</EmptyState>}
      >
        {({ rows }) => <ProposalsTable rows={rows} caption={t("governance.open")} />}
      </PageState>
    </section>
  );
}

function Ended() {
  const { t } = useText();
  const [before, setBefore] = useState<number>();
  const asked = useView(
    proposalsView,
    { box: "ended", ...(before !== undefined && { before }) },
    { everyMs, keep: true },
  );
  const next = asked.data?.next ?? null;
  return (
    <section aria-labelledby="governance-ended">
      <h2 id="governance-ended">{t("governance.ended")}</h2>
      <PageState
        asked={asked}
        what={t("governance.what")}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("governance.ended.none")}>{t("governance.ended.none.how")}</EmptyState>}
      >
        {({ rows }) => <ProposalsTable rows={rows} caption={t("governance.ended")} />}
      </PageState>
      <Pager
        back={before === undefined ? undefined : { label: t("governance.newer"), go: () => setBefore(undefined) }}
        on={next === null ? undefined : { label: t("governance.older"), go: () => setBefore(next) }}
      />
    </section>
  );
}
