import { type ChangeReason, wordsCharsMax } from "@mingbai/registry/content/file/part";
import { useText } from "../../../i18n/use-text.ts";

/** Reasons that a person gives; the others are those of acts of their own. */
export const givenReasons = [
  "visit",
  "application",
  "correction",
  "comparison",
] as const satisfies readonly ChangeReason[];

/** Why the file is changed, and in the writer's words. */
export function ReasonPart({
  reason,
  words,
  onReason,
  onWords,
}: {
  reason: ChangeReason;
  words: string;
  onReason(reason: ChangeReason): void;
  onWords(words: string): void;
}) {
  const { t } = useText();
  return (
    <>
      <fieldset className="reasons">
        <legend>{t("form.reason")}</legend>
        <div className="row wrap">
          {givenReasons.map((one) => (
            <label key={one} className="row">
              <input type="radio" name="reason" checked={one === reason} onChange={() => onReason(one)} />
              {t(`reason.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="form-field">
        <label htmlFor="reason-words">{t("form.words")}</label>
        <textarea
          id="reason-words"
          className="field"
          rows={2}
          maxLength={wordsCharsMax}
          value={words}
          onChange={(event) => onWords(event.target.value)}
        />
      </div>
    </>
  );
}
