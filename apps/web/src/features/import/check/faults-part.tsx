import type { ImportFault } from "@mingbai/registry/content/import/read/import-fault";
import type { ListSummary } from "@mingbai/registry/content/import/read/list-tally";
import type { ListedTable } from "@mingbai/sdk/tables/listed-table";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ExportFiles } from "../../../ui/export-files.tsx";
import { countText } from "../../../ui/format-money.ts";
import { TableHead } from "../../../ui/table-head.tsx";
import type { OpenedList } from "../list/list-message.ts";
import { sheetName } from "../list/sheet-name.ts";
import { CellFix } from "./cell-fix.tsx";

/** More are in the file that can be downloaded. */
const shownMax = 200;

/** Each cell that is wrong: row, person, field, what is wrong, what to do. The other households go ahead. */
export function FaultsPart({ summary, list }: { summary: ListSummary; list: OpenedList | undefined }) {
  const { t, language } = useText();
  const [withDoubts, setWithDoubts] = useState(false);
  const { errors, doubts } = summary;
  if (errors + doubts === 0) return null;
  const shown = withDoubts ? summary.faults : summary.faults.filter(({ level }) => level === "error");
  const file = t("import.faults.file");
  const isPair = (list?.read.length ?? 0) > 1;
  const columns = ["row", "who", "field", "wrong", "todo"] as const;
  const cells = (fault: ImportFault) => [
    ...(isPair ? [sheetName(list, fault.sheet)] : []),
    fault.line,
    fault.who ?? "",
    fault.column ?? "",
    fault[language],
    fault.todo[language],
  ];
  const table = (): ListedTable => ({
    name: file,
    decimals: 0,
    columns: [
      ...(isPair ? [{ head: t("import.sheet"), kind: "text" as const }] : []),
      ...columns.map((name, at) => ({
        head: t(`import.fault.${name}`),
        kind: at === 0 ? ("count" as const) : ("text" as const),
      })),
    ],
    rows: summary.faults.values().map(cells),
  });
  return (
    <section aria-labelledby="import-faults">
      <div className="row wrap list-head">
        <h2 id="import-faults">{t("import.faults", { count: errors })}</h2>
        <span className="sm i2">{t("import.faults.others")}</span>
        <span className="sp" />
        <label className="row sm">
          <input type="checkbox" checked={withDoubts} onChange={({ target }) => setWithDoubts(target.checked)} />
          {t("import.faults.doubts", { count: doubts })}
        </label>
        <ExportFiles small file={file} table={table} />
      </div>
      <table className="tbl bad-table import-table">
        <caption className="sr">{t("import.faults", { count: errors })}</caption>
        <TableHead columns={columns.map((name) => ({ head: t(`import.fault.${name}`) }))} />
        <tbody>
          {shown.slice(0, shownMax).map((fault) => (
            <tr key={`${fault.sheet} ${fault.line} ${fault.of} ${fault.field} ${fault.fault} ${fault[language]}`}>
              <th scope="row" className="num">
                {countText(fault.line)} {isPair && <span className="sm i2">{sheetName(list, fault.sheet)}</span>}
              </th>
              <td className="nw">{fault.who ?? "–"}</td>
              <td>
                <span className="fault-field">{fault.column ?? t("import.fault.wholeRow")}</span>
              </td>
              <td>{fault[language]}</td>
              <td>
                <CellFix fault={fault} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > shownMax && (
        <p className="sm i2">{t("import.faults.more", { count: shown.length - shownMax })}</p>
      )}
    </section>
  );
}
