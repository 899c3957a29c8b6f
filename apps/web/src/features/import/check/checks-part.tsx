import type { ListSummary } from "@mingbai/registry/content/import/read/list-tally";
import type { HouseholdState } from "@mingbai/registry/content/import/read/read-household";
import { useText } from "../../../i18n/use-text.ts";
import { countText } from "../../../ui/format-money.ts";
import type { IconName } from "../../../ui/icon.tsx";
import { State, type Tone } from "../../../ui/state.tsx";
import { TableHead } from "../../../ui/table-head.tsx";
import { useOwnAreas } from "../../registry/form/use-own-areas.ts";
import type { DeskState } from "../desk/desk-state.ts";
import { setPlace } from "./set-place.ts";

const looks: Readonly<Record<HouseholdState, readonly [IconName, Tone]>> = {
  ready: ["tick", "ok"],
  doubts: ["warn", "warn"],
  disagreement: ["half", "br"],
  faults: ["cross", "bad"],
};
const stateOrder = ["ready", "doubts", "disagreement", "faults"] as const;

/** What the list adds up to, and where the files of each of its villages lie. */
export function ChecksPart({ state, summary }: { state: DeskState; summary: ListSummary }) {
  const { t } = useText();
  const left = summary.leftOut;
  return (
    <div className="list-checks">
      <section aria-labelledby="import-totals">
        <div className="row wrap list-head">
          <h2 id="import-totals">{t("import.totals")}</h2>
        </div>
        <table className="tbl">
          <caption className="sr">{t("import.totals")}</caption>
          <TableHead columns={[{ head: t("import.state") }, { head: t("import.households"), look: "r" }]} />
          <tbody>
            {stateOrder.map((one) => {
              const [icon, tone] = looks[one];
              return (
                <tr key={one}>
                  <th scope="row">
                    <State icon={icon} tone={tone}>
                      {t(`import.state.${one}`)}
                    </State>
                  </th>
                  <td className="r">{countText(summary.states[one])}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("import.all", { people: countText(summary.people) })}</th>
              <td className="r">{countText(summary.households)}</td>
            </tr>
          </tfoot>
        </table>
        <p className="sm i2">{t("import.leftOut", { sum: left.sum, header: left.header, note: left.note })}</p>
      </section>
      <PlacesPart state={state} summary={summary} />
    </div>
  );
}

function PlacesPart({ state, summary }: { state: DeskState; summary: ListSummary }) {
  const { t, language } = useText();
  const { data: areas = [] } = useOwnAreas();
  return (
    <section aria-labelledby="import-places">
      <div className="row wrap list-head">
        <h2 id="import-places">{t("import.places")}</h2>
      </div>
      <table className="tbl import-table">
        <caption className="sr">{t("import.places")}</caption>
        <TableHead
          columns={[
            { head: t("import.village") },
            { head: t("import.households"), look: "r" },
            { head: t("import.area") },
          ]}
        />
        <tbody>
          {summary.villages.map(({ code, households }) => (
            <tr key={code}>
              <th scope="row" className="num">
                {code === "" ? t("import.village.none") : code}
              </th>
              <td className="r">{countText(households)}</td>
              <td>
                <select
                  className="field"
                  aria-label={t("import.area.of", { village: code })}
                  value={state.places[code] ?? ""}
                  disabled={state.busy !== undefined}
                  onChange={({ target }) => setPlace(code, target.value)}
                >
                  <option value="">{t("import.area.none")}</option>
                  {areas.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name[language]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
