import "./people.css";
import { type PersonRow, peopleView } from "@mingbai/identity/views";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { Pager } from "../../ui/pager.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { StopOrganisation } from "../regulator/stop-organisation.tsx";
import { AddPersonForm } from "./add-person-form.tsx";
import { HeldRoleLine } from "./held-role-line.tsx";
import { NotHere } from "./not-here.tsx";
import { OwnOrganisationForms } from "./own-organisation-forms.tsx";
import { PeopleExport } from "./people-export.tsx";
import { PersonLink } from "./person-link.tsx";
import { usePeopleWords } from "./use-people-words.ts";

const refreshMs = 15_000;

/** The people of one organisation, with what they hold and who stands in for them. */
export function Component() {
  const { t, language } = useText();
  const { id = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const session = useSession();
  const [isAdding, setAdding] = useState(false);
  const cursor = search.get("after") ?? undefined;
  const asked = useView(
    peopleView,
    { organisation: id, ...(cursor !== undefined && { cursor }) },
    { everyMs: refreshMs, keep: true },
  );
  if (asked.error?.code === "UNKNOWN_ORGANISATION") return <NotHere />;
  const organisation = asked.data?.organisation;
  const isAdministrator = session?.roles.includes("administrator") === true;
  const administers = isAdministrator && session.organisation === id;
  // A new organisation's first administrator comes from another one's.
  const mayAdd = administers || (isAdministrator && asked.data?.total === 0);
  return (
    <div className="page people">
      <PageTitle title={organisation?.name[language] ?? id}>
        <span className="i3">{organisation?.area?.name[language]}</span>
        <span className="sp" />
        {mayAdd && !isAdding && (
          <button type="button" className="btn p" onClick={() => setAdding(true)}>
            {t("people.add")}
          </button>
        )}
      </PageTitle>
      <p>
        <Link to="/people">{t("people.back")}</Link>
      </p>
      {mayAdd && isAdding && organisation && (
        <AddPersonForm organisation={organisation} close={() => setAdding(false)} />
      )}
      {organisation && <StopOrganisation organisation={id} name={organisation.name[language]} />}
      {administers && organisation && <OwnOrganisationForms organisation={organisation} />}
      <PageState
        asked={asked}
        what={t("people.what.people")}
        isEmpty={({ total }) => total === 0}
        empty={<p className="i2">{t("people.none")}</p>}
      >
        {({ rows, total, next }) => (
          <>
            <PeopleTable rows={rows} total={total} />
            <Pager
              back={cursor === undefined ? undefined : { label: t("people.first"), go: () => setSearch({}) }}
              on={next === null ? undefined : { label: t("people.more"), go: () => setSearch({ after: next }) }}
            >
              <PeopleExport organisation={id} name={organisation?.name[language] ?? id} />
            </Pager>
          </>
        )}
      </PageState>
    </div>
  );
}

function PeopleTable({ rows, total }: { rows: readonly PersonRow[]; total: number }) {
  const { t } = useText();
  return (
    <table className="tbl">
      <caption className="sm i2">{t("people.people", { count: total })}</caption>
      <TableHead
        columns={[
          { head: t("people.person") },
          { head: t("people.roles") },
          { head: t("people.absence"), look: "wide" },
          { head: t("people.keys"), look: "r wide" },
        ]}
      />
      <tbody>
        {rows.map((person) => (
          <tr key={person.account}>
            <th scope="row">
              <PersonLink person={person} />
              <span className="narrow sm i2">
                <Absence person={person} />
              </span>
            </th>
            <td>
              {person.roles.length === 0 && <span className="i2">{t("people.roles.none")}</span>}
              <ul>
                {person.roles.map((held) => (
                  <HeldRoleLine
                    key={`${held.role} ${held.area?.id} ${held.fromMs} ${held.deputyOf?.account}`}
                    held={held}
                  />
                ))}
              </ul>
            </td>
            <td className="wide">
              <Absence person={person} />
            </td>
            <td className="r wide">{t("people.keys", { count: person.keys })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Absence({ person: { leave, deputies } }: { person: PersonRow }) {
  const { t } = useText();
  const { dayAt, nameText, join } = usePeopleWords();
  const away =
    leave === null
      ? ""
      : leave.isNow
        ? t("people.away", { until: dayAt(leave.untilMs - 1) })
        : t("people.awayLater", { from: dayAt(leave.fromMs), until: dayAt(leave.untilMs - 1) });
  return (
    <>
      {leave !== null && <span className={leave.isNow ? "warn" : "i2"}>{away}</span>}
      {leave !== null && deputies.length > 0 && <br />}
      {deputies.length > 0 && (
        <span className="i2">{t("people.deputiesOf", { names: join(deputies.map(nameText)) })}</span>
      )}
    </>
  );
}
