import "./governance.css";
import { parameters } from "@mingbai/governance/schema/parameters";
import { settingsView } from "@mingbai/governance/views";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { TitledTable } from "../../ui/titled-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useChangeWords } from "./use-change-words.ts";
import { mayPropose } from "./who-may.ts";

type Settings = ResultOf<typeof settingsView>;

/** Members, who keeps the ledger, how things are voted on, and the numbers of policy, as they stand. */
export function Component() {
  const { t } = useText();
  const asked = useView(settingsView, {});
  return (
    <div className="page governance">
      <PageTitle title={t("governance.rules.title")} />
      <p>
        <Link to="/governance">{t("governance.back")}</Link>
      </p>
      <p className="i2">{t("governance.rules.lead")}</p>
      <PageState asked={asked} what={t("governance.rules.what")}>
        {(settings) => (
          <>
            <Members settings={settings} />
            <Rules settings={settings} />
            <Parameters settings={settings} />
            <Roster settings={settings} />
          </>
        )}
      </PageState>
    </div>
  );
}

function Members({ settings: { members } }: { settings: Settings }) {
  const { t } = useText();
  const { time } = useFormat();
  const { organisationName } = useChangeWords();
  return (
    <TitledTable
      title={t("governance.rules.members")}
      columns={[{ head: t("governance.rules.members") }, { head: t("governance.rules.since") }]}
      className="governance-narrow"
    >
      {members.map(({ organisation, fromMs }) => (
        <tr key={organisation}>
          <th scope="row">{organisationName(organisation)}</th>
          <td className="sm i2">{fromMs === null ? t("governance.rules.founder") : time(fromMs)}</td>
        </tr>
      ))}
    </TitledTable>
  );
}

/** A link to the form for another of these; nothing for those who do not propose. */
function ProposeLink({ query, name }: { query: string; name: string }) {
  const { t } = useText();
  const may = mayPropose(useSession()?.roles);
  if (!may) return null;
  return (
    <Link className="btn s" to={`/governance/propose?${query}`} aria-label={t("governance.rules.proposeOf", { name })}>
      {t("governance.propose")}
    </Link>
  );
}

function Rules({ settings: { rules } }: { settings: Settings }) {
  const { t } = useText();
  const { ruleText } = useChangeWords();
  return (
    <TitledTable
      title={t("governance.rules.rules")}
      columns={[
        { head: t("governance.rules.kind") },
        { head: t("governance.rule") },
        { head: t("governance.rules.act"), look: "r", isUnseen: true },
      ]}
      className="governance-narrow"
    >
      {rules.map(({ of, rule }) => (
        <tr key={of}>
          <th scope="row">{t(`governance.key.${of}`)}</th>
          <td>{ruleText(rule)}</td>
          <td className="r">
            {of !== "rule" && <ProposeLink query={`kind=rule&of=${of}`} name={t(`governance.key.${of}`)} />}
          </td>
        </tr>
      ))}
    </TitledTable>
  );
}

function Parameters({ settings }: { settings: Settings }) {
  const { t, language } = useText();
  const { valueText } = useChangeWords();
  return (
    <TitledTable
      title={t("governance.rules.parameters")}
      columns={[
        { head: t("governance.new.parameter") },
        { head: t("governance.rules.value") },
        { head: t("governance.rules.act"), look: "r", isUnseen: true },
      ]}
      className="governance-narrow"
    >
      {settings.parameters.map(({ name, value, isVoted }) => {
        const title = parameters[name].title[language];
        return (
          <tr key={name}>
            <th scope="row">{title}</th>
            <td>
              {valueText(name, value)}{" "}
              <span className="sm i2">{t(isVoted ? "governance.rules.voted" : "governance.rules.usual")}</span>
            </td>
            <td className="r">
              <ProposeLink query={`name=${name}`} name={title} />
            </td>
          </tr>
        );
      })}
    </TitledTable>
  );
}

function Roster({ settings: { roster } }: { settings: Settings }) {
  const { t } = useText();
  const { organisationName } = useChangeWords();
  return (
    <TitledTable
      title={t("governance.rules.roster")}
      columns={[{ head: t("governance.new.organisation") }, { head: t("governance.rules.roster.power"), look: "r" }]}
      className="governance-narrow"
      lead={
        <p>
          <ProposeLink
            query={`kind=${roster.length === 1 ? "handOver" : "roster"}`}
            name={t("governance.rules.roster")}
          />
        </p>
      }
    >
      {roster.map(({ organisation, power }) => (
        <tr key={organisation}>
          <th scope="row">{organisationName(organisation)}</th>
          <td className="r num">{power}</td>
        </tr>
      ))}
    </TitledTable>
  );
}
