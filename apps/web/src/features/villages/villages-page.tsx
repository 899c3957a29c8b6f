import "./villages.css";
import { placesView } from "@mingbai/registry/views/places";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { FindInList } from "../../ui/find-in-list.tsx";
import { countText } from "../../ui/format-money.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { CountyMapPart } from "./map/county-map-part.tsx";

/** The villages whose files the reader looks after, with what is counted there; each opens its own page. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("villages.title")}>
      <Villages />
    </SignedInOnly>
  );
}

function Villages() {
  const { t, language } = useText();
  const asked = useView(placesView, {});
  const [text, setText] = useState<string>();
  return (
    <div className="page">
      <PageTitle title={t("villages.title")} />
      <FindInList id="village-filter" label={t("villages.find")} text={text} onChange={setText} />
      <PageState
        asked={asked}
        what={t("villages.title")}
        rows={8}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("villages.none")}>{t("registry.emptyAll.how")}</EmptyState>}
      >
        {({ rows }) => (
          <>
            <CountyMapPart places={rows} />
            <table className="tbl">
              <caption className="sr">{t("villages.title")}</caption>
              <TableHead
                columns={[
                  { head: t("villages.name") },
                  { head: t("villages.households"), look: "r" },
                  { head: t("registry.people"), look: "r" },
                  { head: t("villages.monitored"), look: "r" },
                ]}
              />
              <tbody>
                {rows
                  .filter(({ area }) => text === undefined || area[language].includes(text))
                  .map(({ area, division, households, people, monitored }) => (
                    <tr key={area.id}>
                      <th scope="row">
                        {division === "" ? area[language] : <Link to={`/villages/${division}`}>{area[language]}</Link>}
                      </th>
                      <td className="r">
                        <Link className="opens num" to={`/registry?area=${area.id}`}>
                          {countText(households)}
                        </Link>
                      </td>
                      <td className="r num">{countText(people)}</td>
                      <td className="r num">{countText(monitored)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </>
        )}
      </PageState>
    </div>
  );
}
