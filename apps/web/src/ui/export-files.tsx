import type { ListedFormat } from "@mingbai/sdk/tables/listed-table";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";
import { type Exported, useExportFile } from "./use-export-file.ts";

/**
 * Hands out one list as CSV and as an Excel workbook: `<ExportFiles file="payments" table={() => paymentsTable(rows)} />`.
 * The same for a key is `useExportFile`.
 */
export function ExportFiles({ file, table, small = false }: Exported & { readonly small?: boolean }) {
  const { save, running, failed } = useExportFile({ file, table });
  return <ExportButtons save={save} running={running} failed={failed} small={small} />;
}

/** The two buttons alone, for pages that save by a key too. */
export function ExportButtons({
  save,
  running,
  failed,
  small = false,
}: {
  save(format: ListedFormat): void;
  running: boolean;
  failed: boolean;
  small?: boolean;
}) {
  const { t } = useText();
  const look = small ? "btn s t nw" : "btn t nw";
  return (
    <span className="export-files row wrap">
      {failed && (
        <span className="sm bad" role="alert">
          {t("ui.export.failed")}
        </span>
      )}
      <button type="button" className={look} disabled={running} onClick={() => save("csv")}>
        <Icon name="down" size={14} />
        {t("ui.export.csv")}
      </button>
      <button type="button" className={look} disabled={running} onClick={() => save("xlsx")}>
        <Icon name="down" size={14} />
        {t("ui.export.xlsx")}
      </button>
    </span>
  );
}
