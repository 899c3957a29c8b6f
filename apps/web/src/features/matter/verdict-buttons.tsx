import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import type { FieldMark } from "./field-marks.ts";

/** 可以 or 要改 for one field; a field to correct takes a reason and words that the applicant will read. */
export function VerdictButtons({
  field,
  number,
  mark,
  onMark,
}: {
  field: string;
  number: number;
  mark: FieldMark | undefined;
  onMark(mark: FieldMark): void;
}) {
  const { t } = useText();
  const isWrong = mark?.verdict === "wrong";
  return (
    <fieldset className="verdict-buttons">
      <legend className="sr">{field}</legend>
      <button
        type="button"
        aria-pressed={mark?.verdict === "fine"}
        className="fine"
        onClick={() => onMark({ verdict: "fine" })}
      >
        <Icon name="done" size={14} />
        {t("matter.fine")}
      </button>
      <button
        type="button"
        aria-pressed={isWrong}
        className="wrong"
        aria-keyshortcuts={String(number)}
        onClick={() => !isWrong && onMark({ verdict: "wrong", reason: undefined, how: "" })}
      >
        <Icon name="back" size={14} />
        {t("matter.wrong")} <kbd>{number}</kbd>
      </button>
    </fieldset>
  );
}
