import { useId } from "react";
import { useText } from "../../i18n/use-text.ts";
import type { FieldMark } from "./field-marks.ts";

const reasons = ["differs", "missing", "unclear"] as const;
const howCharsMax = 400;

/** The reason as a chip, and how to correct it in words. */
export function WrongWords({
  mark,
  inputId,
  onMark,
}: {
  mark: FieldMark & { verdict: "wrong" };
  inputId: string;
  onMark(mark: FieldMark): void;
}) {
  const { t } = useText();
  const hintId = useId();
  return (
    <div className="wrong-words">
      <div className="chips">
        {reasons.map((reason) => {
          const words = t(`matter.reason.${reason}`);
          const isOn = mark.reason === words;
          return (
            <button
              key={reason}
              type="button"
              className="btn s chip"
              aria-pressed={isOn}
              onClick={() => onMark({ ...mark, reason: isOn ? undefined : words })}
            >
              {words}
            </button>
          );
        })}
      </div>
      <textarea
        id={inputId}
        className="field"
        rows={2}
        maxLength={howCharsMax}
        aria-label={t("matter.how")}
        aria-describedby={hintId}
        value={mark.how}
        onChange={(event) => onMark({ ...mark, how: event.target.value })}
      />
      <p id={hintId} className="sm i3">
        {t("matter.how.hint")}
      </p>
    </div>
  );
}
