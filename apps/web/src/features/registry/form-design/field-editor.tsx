import {
  type FieldDefinition,
  type FormDefinition,
  fieldClasses,
  labelCharsMax,
  type SectionDefinition,
} from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";
import { type FormEvent, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Field } from "../../../ui/field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { OptionField } from "../../governance/option-field.tsx";
import { PutPart } from "./put-part.tsx";
import { TypeFields } from "./type-fields.tsx";
import { fieldTypes, readTyped, type TypedField, typedFrom } from "./typed-field.ts";

const idCharsMax = 40;
const longCharsMax = 500;

/** One field of the form. Of a field that files have already, type, unit and who may see it stay. */
export function FieldEditor({
  form,
  section,
  was,
  isKnown,
  put,
}: {
  form: FormDefinition;
  section: SectionDefinition;
  was: FieldDefinition | undefined;
  isKnown: boolean;
  put(field: FieldDefinition): void;
}) {
  const { t } = useText();
  const [typed, setTyped] = useState(() => typedFrom(was));
  const [wrong, setWrong] = useState("");
  const change = (part: Partial<TypedField>) => setTyped((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const read = readTyped(typed, was);
    if ("wrong" in read) return setWrong(t("design.wrong", { what: t(nameOf(read.wrong)) }));
    if (was === undefined && findField(form, section.of, read.id)) return setWrong(t("design.id.taken"));
    put(read);
  };
  return (
    <form className="people-form form-editor" noValidate onSubmit={submit}>
      <TextField
        name={t("design.label.zh")}
        note={t("design.label.what")}
        charsMax={labelCharsMax}
        text={typed.zh}
        onChange={(zh) => change({ zh })}
      />
      <TextField
        name={t("design.label.en")}
        charsMax={labelCharsMax}
        text={typed.en}
        onChange={(en) => change({ en })}
      />
      {was === undefined ? (
        <TextField
          name={t("design.id")}
          note={t("design.id.what")}
          charsMax={idCharsMax}
          text={typed.id}
          onChange={(id) => change({ id })}
        />
      ) : (
        <p className="sm i3">
          {t("design.id")} <code>{was.id}</code>
        </p>
      )}
      {isKnown ? (
        <p className="sm i2">{t("design.type.fixed")}</p>
      ) : (
        <>
          <OptionField
            name={t("design.type")}
            value={typed.type}
            options={fieldTypes.map((type) => ({ value: type, label: t(`design.type.${type}`) }))}
            onChange={(type) => change({ type })}
          />
          <OptionField
            name={t("design.class")}
            note={t("design.class.what")}
            value={typed.class}
            options={fieldClasses.map((one) => ({ value: one, label: t(`class.${one}`) }))}
            onChange={(one) => change({ class: one })}
          />
        </>
      )}
      <TypeFields typed={typed} isKnown={isKnown} change={change} />
      <label className="row">
        <input
          type="checkbox"
          checked={typed.required}
          onChange={({ target }) => change({ required: target.checked })}
        />
        {t("design.required")}
      </label>
      <Field name={t("design.aliases")} note={t("design.aliases.what")}>
        {(id) => (
          <textarea
            id={id}
            className="field"
            rows={2}
            maxLength={longCharsMax}
            value={typed.aliases}
            onChange={({ target }) => change({ aliases: target.value })}
          />
        )}
      </Field>
      <TextField
        name={t("design.help.zh")}
        charsMax={longCharsMax}
        text={typed.helpZh}
        onChange={(helpZh) => change({ helpZh })}
      />
      <TextField
        name={t("design.help.en")}
        charsMax={longCharsMax}
        text={typed.helpEn}
        onChange={(helpEn) => change({ helpEn })}
      />
      <PutPart wrong={wrong} />
    </form>
  );
}

const names = {
  id: "design.id",
  zh: "design.label.zh",
  en: "design.label.en",
  type: "design.type",
  class: "design.class",
  unitZh: "design.unit.zh",
  unitEn: "design.unit.en",
  decimals: "design.decimals",
  min: "design.min",
  max: "design.max",
  charsMax: "design.charsMax",
  countMax: "design.countMax",
  options: "design.options",
  required: "design.required",
  helpZh: "design.help.zh",
  helpEn: "design.help.en",
  aliases: "design.aliases",
} as const satisfies { readonly [name in keyof TypedField]: string };

function nameOf(wrong: keyof TypedField) {
  return names[wrong];
}
