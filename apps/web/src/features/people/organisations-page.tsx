import "./people.css";
import { organisationsView } from "@mingbai/identity/views";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { AllianceForms } from "./alliance-forms.tsx";
import { AreasTable } from "./areas-table.tsx";
import { PersonLink } from "./person-link.tsx";
import { RecoveriesNote } from "./recoveries-note.tsx";

/** Every organisation with its area and administrators, and the tree of areas. */
export function Component() {
  const { t, language } = useText();
  const asked = useView(organisationsView, {});
  return (
    <div className="page people">
      <PageTitle title={t("people.title")}>
        <span className="sp" />
        <Link className="btn" to="/people/rules">
          {t("people.rules")}
        </Link>
      </PageTitle>
      <p className="i2">{t("people.lead")}</p>
      <RecoveriesNote />
      <AllianceForms />
      <PageState
        asked={asked}
        what={t("people.what.organisations")}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("people.empty")}>{t("people.empty.how")}</EmptyState>}
      >
        {({ rows }) => (
          <table className="tbl" aria-label={t("people.organisations")}>
            <TableHead
              columns={[
                { head: t("people.organisation") },
                { head: t("people.area"), look: "wide" },
                { head: t("people.count"), look: "r" },
                { head: t("people.administrators") },
              ]}
            />
            <tbody>
              {rows.map(({ id, name, area, people, administrators }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to={`/people/organisations/${id}`}>{name[language]}</Link>
                    <span className="narrow sm i2">{area?.name[language] ?? t("people.area.none")}</span>
                  </th>
                  <td className="wide i2">{area?.name[language] ?? t("people.area.none")}</td>
                  <td className="r">{countText(people)}</td>
                  <td>
                    {administrators.length === 0 && "—"}
                    <span className="row wrap">
                      {administrators.map((person) => (
                        <PersonLink key={person.account} person={person} />
                      ))}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PageState>
      <AreasTable />
    </div>
  );
}
