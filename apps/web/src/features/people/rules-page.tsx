import "./people.css";
import { rulesView } from "@mingbai/identity/views";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { TitledTable } from "../../ui/titled-table.tsx";
import { groupText } from "./group-text.ts";
import { LimitText } from "./limit-text.tsx";
import { usePeopleWords } from "./use-people-words.ts";

const hourMs = 3_600_000;
const dayHours = 24;
const hoursToldMax = 96;

type Rules = ResultOf<typeof rulesView>;

/** The rules of who may do what, as the program keeps them. */
export function Component() {
  const { t } = useText();
  const asked = useView(rulesView, {});
  return (
    <div className="page people">
      <PageTitle title={t("people.rules.title")} />
      <p>
        <Link to="/people">{t("people.back")}</Link>
      </p>
      <p className="i2">{t("people.rules.lead")}</p>
      <PageState asked={asked} what={t("people.what.rules")}>
        {(rules) => (
          <>
            <Groups rules={rules} />
            <FourEyes rules={rules} />
            <Limits rules={rules} />
            <Delays rules={rules} />
            <Acts rules={rules} />
          </>
        )}
      </PageState>
    </div>
  );
}

function Groups({ rules: { groups, ungrouped } }: { rules: Rules }) {
  const { t } = useText();
  const { rolesText } = usePeopleWords();
  return (
    <TitledTable
      title={t("people.rules.groups")}
      columns={[{ head: t("people.rules.group") }, { head: t("people.roles") }]}
      lead={<p className="i2">{t("people.rules.groups.lead")}</p>}
    >
      {groups.map(({ group, roles }) => (
        <tr key={group}>
          <th scope="row">{groupText(t, group)}</th>
          <td>{rolesText(roles)}</td>
        </tr>
      ))}
      <tr>
        <th scope="row">{groupText(t, "personal")}</th>
        <td>
          {rolesText(ungrouped)}
          <p className="sm i2">{t("people.rules.personal")}</p>
        </td>
      </tr>
    </TitledTable>
  );
}

function FourEyes({ rules: { fourEyes } }: { rules: Rules }) {
  const { t, language } = useText();
  return (
    <section aria-labelledby="eyes-title">
      <h2 id="eyes-title">{t("people.rules.eyes")}</h2>
      <ul className="eyes">
        {fourEyes.map(({ code, words }) => (
          <li key={code}>{words[language]}</li>
        ))}
      </ul>
    </section>
  );
}

function Limits({ rules: { normalLimit, limits } }: { rules: Rules }) {
  const { t, language } = useText();
  return (
    <TitledTable
      title={t("people.rules.limits")}
      columns={[{ head: t("people.organisation") }, { head: t("people.rules.limit") }]}
      lead={<p className="i2">{t("people.rules.limits.lead")}</p>}
    >
      {limits.map((limit) => (
        <tr key={limit.organisation.id}>
          <th scope="row">
            <Link to={`/people/organisations/${limit.organisation.id}`}>{limit.organisation.name[language]}</Link>
          </th>
          <td>
            <LimitText limit={limit} />
          </td>
        </tr>
      ))}
      <tr>
        <th scope="row">{t("people.rules.limit.normal")}</th>
        <td>
          <LimitText limit={{ amount: normalLimit, next: null }} />
          {normalLimit === null && <p className="sm i2">{t("people.rules.limit.demo")}</p>}
        </td>
      </tr>
    </TitledTable>
  );
}

function Delays({ rules: { delays } }: { rules: Rules }) {
  const { t } = useText();
  const spanText = useSpanText();
  return (
    <TitledTable
      title={t("people.rules.delays")}
      columns={[{ head: t("people.rules.act") }, { head: t("people.rules.span") }]}
    >
      {delays.map(({ kind, ms }) => (
        <tr key={kind}>
          <th scope="row">{t(`people.delay.${kind}`)}</th>
          <td className="num nw">{spanText(ms)}</td>
        </tr>
      ))}
    </TitledTable>
  );
}

/** A span of a rule: hours up to four days, days beyond. */
function useSpanText(): (ms: number) => string {
  const { t } = useText();
  return (ms) => {
    const hours = ms / hourMs;
    return hours <= hoursToldMax ? t("people.hours", { count: hours }) : t("people.days", { count: hours / dayHours });
  };
}

function Acts({ rules: { acts, groups, ungrouped } }: { rules: Rules }) {
  const { t, language } = useText();
  const { rolesText } = usePeopleWords();
  const all = ungrouped.length + groups.reduce((sum, { roles }) => sum + roles.length, 0);
  return (
    <TitledTable
      title={t("people.rules.acts")}
      columns={[{ head: t("people.rules.act") }, { head: t("people.rules.may") }]}
    >
      {acts.map(({ command, title, roles }) => (
        <tr key={command}>
          <th scope="row">{title[language]}</th>
          <td>{roles.length === all ? t("people.rules.everyone") : rolesText(roles)}</td>
        </tr>
      ))}
    </TitledTable>
  );
}
