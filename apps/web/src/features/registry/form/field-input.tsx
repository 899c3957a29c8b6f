import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import { useText } from "../../../i18n/use-text.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { ChoiceInput } from "./choice-input.tsx";
import { DayInput } from "./day-input.tsx";
import type { InputProps } from "./input-props.ts";
import { PhotosInput } from "./photos-input.tsx";

/** A text as long as this is written over several lines. */
const linesFromChars = 300;
const entryCharsMax = 200;

/** What a field of each type is typed into: text, which `readText` understands. */
export function FieldInput({ field, ...props }: InputProps & { field: FieldDefinition }) {
  const { t, language } = useText();
  const { unit } = useFormat();
  const { of } = field;
  switch (of.type) {
    case "choice":
      return <ChoiceInput options={of.options} {...props} />;
    case "choices":
      return <ChoiceInput options={of.options} isSeveral {...props} />;
    case "yesNo":
      return <ChoiceInput options={yesNo(t("form.yes"), t("form.no"))} {...props} />;
    case "photos":
      return <PhotosInput countMax={of.countMax} {...props} />;
    case "money":
      return <Line inputMode="decimal" unit={unit} {...props} />;
    case "number":
      return <Line inputMode="decimal" unit={of.unit[language]} {...props} />;
    case "phone":
      return <Line inputMode="tel" {...props} />;
    case "day":
      return <DayInput {...props} />;
    case "text":
      return of.charsMax >= linesFromChars ? (
        <textarea
          {...props.tied}
          className="field"
          rows={3}
          maxLength={of.charsMax}
          value={props.text}
          onChange={(event) => props.onChange(event.target.value)}
        />
      ) : (
        <Line charsMax={of.charsMax} {...props} />
      );
    default:
      return <Line {...props} />;
  }
}

function Line({
  text,
  tied,
  unit,
  inputMode,
  charsMax = entryCharsMax,
  onChange,
  onSettle,
}: InputProps & {
  unit?: string;
  inputMode?: "decimal" | "tel";
  charsMax?: number;
}) {
  return (
    <span className="with-unit">
      <input
        {...tied}
        className={inputMode === undefined ? "field" : "field num"}
        autoComplete="off"
        maxLength={charsMax}
        {...(inputMode && { inputMode })}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onSettle}
      />
      {unit !== undefined && <span className="i3 sm">{unit}</span>}
    </span>
  );
}

const yesNo = (yes: string, no: string) => [
  { code: "y", zh: yes, en: yes },
  { code: "n", zh: no, en: no },
];

/** Whether a field takes a line of its own: photos and long texts. */
export function isWide({ of }: FieldDefinition): boolean {
  return of.type === "photos" || (of.type === "text" && of.charsMax >= linesFromChars);
}
