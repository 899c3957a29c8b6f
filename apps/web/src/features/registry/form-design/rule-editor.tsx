import { FormRule, ruleCharsMax, subjectKinds } from "@mingbai/registry/content/form/definition";
import { type FormEvent, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Field } from "../../../ui/field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { OptionField } from "../../governance/option-field.tsx";
import { PutPart } from "./put-part.tsx";

const wordsCharsMax = 500;
const idCharsMax = 40;
const levels = ["doubt", "error"] as const;

/** One rule: what it looks at, and what is said where it holds. Whether it can be judged, the check says. */
export function RuleEditor({
  was,
  taken,
  put,
}: {
  was: FormRule | undefined;
  taken: readonly string[];
  put(rule: FormRule): void;
}) {
  const { t } = useText();
  const [id, setId] = useState(was?.id ?? "");
  const [of, setOf] = useState<FormRule["of"]>(was?.of ?? "household");
  const [level, setLevel] = useState<FormRule["level"]>(was?.level ?? "doubt");
  const [when, setWhen] = useState(was?.when ?? "");
  const [fields, setFields] = useState((was?.fields ?? []).join(", "));
  const [zh, setZh] = useState(was?.words.zh ?? "");
  const [en, setEn] = useState(was?.words.en ?? "");
  const [wrong, setWrong] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const names = fields.split(/[,，、\s]+/u).filter((one) => one !== "");
    const words = { en: en.trim(), zh: zh.trim() };
    const read = FormRule.safeParse({ id: id.trim(), of, level, when: when.trim(), fields: names, words });
    if (!read.success) return setWrong(t("design.wrong", { what: t(nameOf(read.error.issues[0]?.path[0])) }));
    if (was === undefined && taken.includes(read.data.id)) return setWrong(t("design.id.taken"));
    put(read.data);
  };
  return (
    <form className="people-form form-editor" noValidate onSubmit={submit}>
      {was === undefined && <TextField name={t("design.rule.id")} charsMax={idCharsMax} text={id} onChange={setId} />}
      <OptionField<FormRule["of"]>
        name={t("design.rule.of")}
        value={of}
        options={subjectKinds.map((kind) => ({ value: kind, label: t(`design.of.${kind}`) }))}
        onChange={setOf}
      />
      <Field name={t("design.rule.when")} note={t("design.when.what")}>
        {(place) => (
          <textarea
            id={place}
            className="field mono"
            rows={4}
            maxLength={ruleCharsMax}
            value={when}
            onChange={({ target }) => setWhen(target.value)}
          />
        )}
      </Field>
      <TextField name={t("design.rule.fields")} charsMax={wordsCharsMax} text={fields} onChange={setFields} />
      <TextField name={t("design.words.zh")} charsMax={wordsCharsMax} text={zh} onChange={setZh} />
      <TextField name={t("design.words.en")} charsMax={wordsCharsMax} text={en} onChange={setEn} />
      <OptionField<FormRule["level"]>
        name={t("design.level")}
        value={level}
        options={levels.map((one) => ({ value: one, label: t(`design.level.${one}`) }))}
        onChange={setLevel}
      />
      <PutPart wrong={wrong} />
    </form>
  );
}

function nameOf(wrong: PropertyKey | undefined) {
  switch (wrong) {
    case "id":
      return "design.rule.id";
    case "when":
      return "design.rule.when";
    case "fields":
      return "design.rule.fields";
    default:
      return "design.rule.says";
  }
}
