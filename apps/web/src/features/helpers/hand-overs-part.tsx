import { handOversView } from "@mingbai/registry/views/help";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";

/** Papers of what the reader decided, gave or took over; nothing where there is none. */
export function HandOversPart() {
  const { t } = useText();
  const { time } = useFormat();
  const { data } = useView(handOversView, {});
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section aria-labelledby="hand-overs">
      <h2 id="hand-overs">{t("helpers.handOvers")}</h2>
      <ul className="hand-overs">
        {data.rows.map(({ transaction, timeMs, by, households }) => (
          <li key={transaction}>
            <Link to={`/helpers/hand-over/${transaction}`}>
              {t("helpers.handOvers.line", { by: by.name === "" ? by.account : by.name, count: households })}
            </Link>{" "}
            <span className="sm i3 num nw">{time(timeMs)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
