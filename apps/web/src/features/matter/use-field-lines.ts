import type { MatterDetail, MatterVersion } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import { fieldLines, type ReviewedField } from "./field-lines.ts";

/** What one field of a version says, line by line, in the page's language. */
export function useFieldLines(
  named: Pick<MatterDetail, "fund" | "fundName">,
): (version: MatterVersion, field: ReviewedField) => readonly string[] {
  const { t } = useText();
  const { day, moneyWithUnit } = useFormat();
  const words = { t, day, moneyWithUnit };
  return (version, field) => fieldLines(version, field, { named, words });
}
