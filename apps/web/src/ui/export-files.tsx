import type { ListedFormat } from "@mingbai/sdk/tables/listed-table";
import type { TextKey } from "../i18n/text-key.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";
import { type Exported, useExportFile } from "./use-export-file.ts";
import { useKeys } from "./use-keys.ts";

interface Look {
  readonly small?: boolean;
  /** Whether E and Shift E save this list: not of a second list on the same page. */
  readonly hasKeys?: boolean;
}

/** Hands out one list as CSV and as an Excel workbook: `<ExportFiles file="payments" table={() => paymentsTable(rows)} />`. */
export function ExportFiles({ file, table, ...look }: Exported & Look) {
  return <ExportButtons {...useExportFile({ file, table })} {...look} />;
}

/** The keys of the two buttons, for the strip along a page's foot. */
export function exportKeys(t: (key: TextKey) => string) {
  return [
    { press: ["E"], does: t("ui.export.csv") },
    { press: ["Shift", "E"], does: t("ui.export.xlsx") },
  ];
}

/** The two buttons alone, with their keys, for pages that write their file in a way of their own. */
export function ExportButtons({
  save,
  running,
  failed,
  small = false,
  hasKeys = true,
}: {
  save(format: ListedFormat): void;
  running: boolean;
  failed: boolean;
} & Look) {
  const { t } = useText();
  useKeys(hasKeys ? { e: () => save("csv"), "Shift+e": () => save("xlsx") } : {});
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
