import type { MatterDetail, MatterVersion } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { CheckLine } from "./check-lines.tsx";
import type { ReviewedField } from "./field-lines.ts";
import type { FieldMark } from "./field-marks.ts";
import { lineDifferences } from "./line-differences.ts";
import { useFieldLines } from "./use-field-lines.ts";
import { VerdictButtons } from "./verdict-buttons.tsx";
import { WrongWords } from "./wrong-words.tsx";

/** Which field a check of the machine belongs to. */
const fieldOfCheck: { readonly [check in MatterDetail["checks"][number]["check"]]: ReviewedField } = {
  invoiceUnused: "invoices",
  invoicesAddUp: "invoices",
  amountWithinContract: "contract",
  payeeKnown: "terms.payee",
};

/** Where the words of a field to correct are typed. */
export const howId = (field: ReviewedField) => `how-${field.replace(".", "-")}`;

/** One field: what it says, what it said before, what the machine checked, and what the reviewer says of it. */
export function FieldRow({
  field,
  number,
  version,
  before,
  matter,
  checks,
  returned,
  mark,
  onMark,
}: {
  field: ReviewedField;
  number: number;
  version: MatterVersion;
  /** The version to show differences with; undefined shows none. */
  before: MatterVersion | undefined;
  matter: Pick<MatterDetail, "fund" | "fundName">;
  checks: MatterDetail["checks"];
  /** What was to be corrected here when the matter was returned. */
  returned: string | undefined;
  mark: FieldMark | undefined;
  /** Absent where the reader does not review. */
  onMark: ((mark: FieldMark) => void) | undefined;
}) {
  const { t } = useText();
  const linesOf = useFieldLines(matter);
  const now = linesOf(version, field);
  const lines = lineDifferences(before ? linesOf(before, field) : now, now);
  const isChanged = lines.some((line) => line.mark !== "same");
  const label = t(`matter.field.${field}`);
  const isWrong = mark?.verdict === "wrong";
  return (
    <tr className={isWrong ? "rejected" : isChanged ? "changed" : ""}>
      <th scope="row">{label}</th>
      <td>
        {lines.map(({ text, mark: kind }) => (
          <p key={`${kind} ${text}`} className="field-line">
            {kind === "removed" ? (
              <>
                <span className="xs i3">{t("matter.version", { version: before?.version ?? 0 })}</span>{" "}
                <del>{text}</del>
              </>
            ) : kind === "added" ? (
              <ins>{text}</ins>
            ) : (
              text
            )}
          </p>
        ))}
        {lines.length === 0 && <p className="i3">{t(version.content ? "matter.empty" : "matter.sealed")}</p>}
        {checks
          .filter(({ check }) => fieldOfCheck[check] === field)
          .map((check) => (
            <p key={check.check} className="sm i2">
              <CheckLine check={check} />
            </p>
          ))}
        {returned !== undefined && <p className="bad sm">{t("matter.toCorrect", { words: returned })}</p>}
        {onMark && isWrong && <WrongWords mark={mark} inputId={howId(field)} onMark={onMark} />}
      </td>
      {onMark && (
        <td className="verdict-cell">
          <VerdictButtons field={label} number={number} mark={mark} onMark={onMark} />
        </td>
      )}
    </tr>
  );
}
