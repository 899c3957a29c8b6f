import "./governance.css";
import { type ParameterName, parameters, stageParameter, turnStages } from "@mingbai/governance/schema/parameters";
import { settingsView } from "@mingbai/governance/views";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { TitledTable } from "../../ui/titled-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ParameterCells } from "./parameter-cells.tsx";
import { ProposeLink } from "./propose-link.tsx";
import { TemplatePart } from "./template-part.tsx";
import { useChangeWords } from "./use-change-words.ts";

type Settings = ResultOf<typeof settingsView>;
/** They stand in the template of which they are the deadlines. */
const ofStages: readonly ParameterName[] = turnStages.map(stageParameter);

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
            <TemplatePart parameters={settings.parameters} />
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
      {settings.parameters
        .filter(({ name }) => !ofStages.includes(name))
        .map((parameter) => (
          <tr key={parameter.name}>
            <th scope="row">{parameters[parameter.name].title[language]}</th>
            <ParameterCells parameter={parameter} />
          </tr>
        ))}
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
