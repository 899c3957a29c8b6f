import "../governance/governance.css";
import "../matter/matter-parts.css";
import "../registry/file/household.css";
import "./policies.css";
import { proposalsView } from "@mingbai/governance/views";
import { policiesView } from "@mingbai/registry/views/cases";
import { Link, useSearchParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { TabLinks } from "../../ui/tab-links.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ProposalsTable } from "../governance/proposals-table.tsx";
import { mayPropose } from "../governance/who-may.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { PolicyWords } from "./policy-words.tsx";

/** The policy of entry and exit in force in words, those before it, and what is proposed. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("policies.title")}>
      <Policies />
    </SignedInOnly>
  );
}

function Policies() {
  const { t, language } = useText();
  const { time } = useFormat();
  const [search] = useSearchParams();
  const may = mayPropose(useSession()?.roles);
  const asked = useView(policiesView, {});
  const proposals = useView(proposalsView, { box: "open" });
  const open = (proposals.data?.rows ?? []).filter(({ change }) => change.kind === "entryPolicy");
  return (
    <div className="page governance policies-page">
      <PageTitle title={t("policies.title")}>
        <span className="sp" />
        {may && (
          <Link className="btn p" to="/policies/new">
            <Icon name="plus" size={14} />
            {t("policies.new")}
          </Link>
        )}
      </PageTitle>
      {open.length > 0 && (
        <section aria-labelledby="policy-proposals">
          <h2 id="policy-proposals">{t("policies.open")}</h2>
          <ProposalsTable rows={open} caption={t("policies.open")} />
        </section>
      )}
      <PageState asked={asked} what={t("policies.what")} rows={10}>
        {({ rows }) => {
          const shown = rows.find(({ version }) => String(version) === search.get("version")) ?? rows[0];
          if (shown === undefined) return null;
          const { policy, sinceMs, transaction } = shown;
          return (
            <>
              <TabLinks
                name={t("policies.versions")}
                tabs={rows.map(({ version }, at) => ({
                  to: at === 0 ? "?" : `?version=${version}`,
                  words: (
                    <>
                      {t("cases.policy.version", { version })}
                      {at === 0 && <span className="i3">{t("policies.nowInForce")}</span>}
                    </>
                  ),
                  isHere: version === shown.version,
                }))}
              />
              <p className="row wrap">
                <b>{policy.title[language]}</b>
                <span className="sm i3">
                  {sinceMs === null ? t("policies.first") : t("policies.since", { time: time(sinceMs) })}
                </span>
                {transaction !== null && <FactMark transactionId={transaction} title={policy.title[language]} />}
              </p>
              <PolicyWords policy={policy} />
            </>
          );
        }}
      </PageState>
    </div>
  );
}
