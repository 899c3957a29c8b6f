import type { CellPlace } from "@mingbai/registry/content/import/read/correct-cells";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { useToday } from "../../../ui/use-today.ts";
import { useOwnAreas } from "../../registry/form/use-own-areas.ts";
import type { DeskState } from "../desk/desk-state.ts";
import { sheetName } from "../list/sheet-name.ts";
import { Fixed } from "./cell-fix.tsx";
import { checkList } from "./check-list.ts";
import { correctCell } from "./correct-cell.ts";

/** Cells that were filled in here, each beside what the file has; they count once the list is read again. */
export function Corrections({ state: { corrections, list, busy } }: { state: DeskState }) {
  const { t } = useText();
  const day = useToday();
  const { data: areas = [] } = useOwnAreas();
  const isIn = useSession() !== undefined;
  if (corrections.length === 0) return null;
  const placeOf = (code: string) => areas.find(({ division }) => division === code)?.id;
  const headerOf = ({ sheet, column }: CellPlace) =>
    list?.guess.columns[sheet]?.find((one) => one.column === column)?.mapping.header ?? "";
  return (
    <section className="corrections" aria-labelledby="import-corrections">
      <h2 id="import-corrections">{t("import.corrections", { count: corrections.length })}</h2>
      <ul>
        {corrections.map((correction) => (
          <li key={`${correction.sheet} ${correction.line} ${correction.column}`} className="row wrap">
            <span className="i2">
              {sheetName(list, correction.sheet)}{" "}
              {t("import.correction.at", { line: correction.line, column: headerOf(correction) })}
            </span>
            <Fixed was={correction.was} text={correction.text} />
            <button
              type="button"
              className="btn s t"
              disabled={busy !== undefined}
              onClick={() => correctCell({ ...correction, text: correction.was })}
            >
              {t("import.correction.drop")}
            </button>
          </li>
        ))}
      </ul>
      <p className="row wrap">
        <button
          type="button"
          className="btn p"
          disabled={busy !== undefined || !isIn}
          onClick={() => void checkList(day, placeOf)}
        >
          {t("import.corrections.check")}
        </button>
        <span className="sm i2">{t("import.corrections.beside")}</span>
      </p>
    </section>
  );
}
