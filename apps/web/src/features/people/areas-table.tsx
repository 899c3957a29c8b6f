import { type AreaRow, areasView } from "@mingbai/identity/views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { TableHead } from "../../ui/table-head.tsx";

/** Areas as a tree: each below its parent, indented by its level. */
export function AreasTable() {
  const { t, language } = useText();
  const asked = useView(areasView, {});
  return (
    <section aria-labelledby="areas-title">
      <h2 id="areas-title">{t("people.areas")}</h2>
      <PageState
        asked={asked}
        what={t("people.areas")}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<p className="i2">{t("people.areas.empty")}</p>}
      >
        {({ rows }) => (
          <table className="tbl" aria-labelledby="areas-title">
            <TableHead
              columns={[
                { head: t("people.areaName") },
                { head: t("people.level") },
                { head: t("people.code"), look: "wide" },
              ]}
            />
            <tbody>
              {inTreeOrder(rows).map(({ id, level, name }) => (
                <tr key={id}>
                  <th scope="row">
                    <span className={`area ${level}`}>{name[language]}</span>
                  </th>
                  <td className="i2">{t(`people.level.${level}`)}</td>
                  <td className="wide mono i2">{id}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PageState>
    </section>
  );
}

/** Parents before their parts, siblings as they came. */
function inTreeOrder(rows: readonly AreaRow[]): AreaRow[] {
  const parts = Map.groupBy(rows, ({ parent }) => parent);
  const below = (parent: string | null): AreaRow[] =>
    (parts.get(parent) ?? []).flatMap((row) => [row, ...below(row.id)]);
  return below(null);
}
