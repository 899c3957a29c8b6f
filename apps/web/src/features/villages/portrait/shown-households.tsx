import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import type { Counted, Portrait } from "./portrait.ts";

/** The files behind a number: number and head, as the list of households has them; what a file says needs its opening. */
export function ShownHouseholds({
  portrait: { cells, area },
  counted,
  close,
}: {
  portrait: Portrait;
  counted: Counted;
  close(): void;
}) {
  const { t } = useText();
  const [kind = "", code = ""] = counted.id.split(".");
  const filter = kind === "monitored" || kind === "cause" ? kind : undefined;
  return (
    <section className="counted-households" aria-labelledby="counted">
      <div className="row wrap">
        <h3 id="counted" tabIndex={-1}>
          {t("portrait.behind", { what: counted.label, number: counted.at.length })}
        </h3>
        <span className="sp" />
        {filter && <Link to={`/registry?area=${area.id}&${filter}=${code}`}>{t("portrait.inList")}</Link>}
        <button type="button" className="btn s t" onClick={close}>
          <Icon name="close" size={12} />
          {t("ui.close")}
        </button>
      </div>
      <ul className="counted-list">
        {counted.at.map((place) => {
          const cell = cells[place];
          if (cell === undefined) return null;
          return (
            <li key={cell.household}>
              <Link to={`/registry/${cell.household}`}>
                <span className="num nw">{cell.number === "" ? t("registry.unnumbered") : cell.number}</span>{" "}
                {cell.head}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
