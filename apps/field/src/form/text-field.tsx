import { isValue } from "@mingbai/registry/content/entry/entry";
import { readText } from "@mingbai/registry/content/entry/read-text";
import { writeText } from "@mingbai/registry/content/entry/write-text";
import { isSameValue, type Value } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import { type HTMLAttributes, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import type { FieldProps } from "./field-props.ts";

/** Texts longer than this get several lines. */
const lineCharsMax = 80;

/** What is typed: texts, numbers, money, days, telephone and identity numbers. What is no value is kept as typed, with its fault. */
export function TextField({ id, field, value, text, enter }: FieldProps) {
  const { t, language } = useText();
  const [typed, setTyped] = useState(() => text ?? typedFor(field, value));
  const [known, setKnown] = useState(value);
  const [isLeft, setLeft] = useState(text !== undefined);
  // Another answer may have filled this one in: an identity number says the day of birth.
  if (!isSameValue(known, value)) {
    setKnown(value);
    setTyped(typedFor(field, value));
  }
  const read = readText(field, typed);
  const fault = "fault" in read && isLeft ? read[language] : undefined;
  const change = (next: string): void => {
    setTyped(next);
    const entry = readText(field, next);
    const isRead = isValue(entry) || "empty" in entry;
    if (isRead) setKnown(isValue(entry) ? entry.value : undefined);
    enter(isRead ? entry : { text: next });
  };
  const unit = unitOf(field, { language, yuan: t("field.yuan") });
  const describedBy = fault === undefined ? {} : { "aria-describedby": `${id}-fault`, "aria-invalid": true };
  const shared = { id, className: "input", value: typed, onBlur: () => setLeft(true), ...describedBy };
  return (
    <div className="question">
      <label htmlFor={id}>
        {field.label[language]}
        {unit !== "" && <span className="unit">（{unit}）</span>}
      </label>
      {isLong(field) ? (
        <textarea {...shared} rows={3} onChange={({ target }) => change(target.value)} />
      ) : (
        <input {...shared} {...inputOf(field)} onChange={({ target }) => change(target.value)} />
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} className="bad fault">
          {fault}
        </p>
      )}
    </div>
  );
}

/** Amounts without the commas of a printed one, days as the browser's own input has them. */
function typedFor(field: FieldDefinition, value: Value | undefined): string {
  if (value === undefined) return "";
  const text = writeText(field, value, "zh");
  return field.of.type === "money" ? text.replaceAll(",", "") : text;
}

function isLong({ of }: FieldDefinition): boolean {
  return of.type === "text" && of.charsMax > lineCharsMax;
}

function inputOf({ of }: FieldDefinition): HTMLAttributes<HTMLInputElement> & { type: string } {
  switch (of.type) {
    case "number":
    case "money":
      return { type: "text", inputMode: "decimal" };
    case "day":
      return { type: "date" };
    case "phone":
      return { type: "tel" };
    default:
      return { type: "text" };
  }
}

function unitOf({ of }: FieldDefinition, words: { language: "en" | "zh"; yuan: string }): string {
  if (of.type === "money") return words.yuan;
  return of.type === "number" ? of.unit[words.language] : "";
}
