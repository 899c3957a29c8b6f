import {
  fieldGroups,
  labelCharsMax,
  type SectionDefinition,
  subjectKinds,
} from "@mingbai/registry/content/form/definition";
import { type FormEvent, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { OptionField } from "../../governance/option-field.tsx";
import { PutPart } from "./put-part.tsx";

type Named = Pick<SectionDefinition, "of" | "title" | "group">;

/** What a section is called, whom it asks about, and where a file shows it. Of one that is there, whom it asks about stays. */
export function SectionEditor({ was, put }: { was: SectionDefinition | undefined; put(named: Named): void }) {
  const { t } = useText();
  const [zh, setZh] = useState(was?.title.zh ?? "");
  const [en, setEn] = useState(was?.title.en ?? "");
  const [of, setOf] = useState<SectionDefinition["of"]>(was?.of ?? "household");
  const [group, setGroup] = useState<SectionDefinition["group"]>(was?.group ?? "basic");
  const [wrong, setWrong] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const title = { zh: zh.trim(), en: en.trim() };
    if (title.zh === "") return setWrong(t("design.wrong", { what: t("design.label.zh") }));
    if (title.en === "") return setWrong(t("design.wrong", { what: t("design.label.en") }));
    put({ of, title, group });
  };
  return (
    <form className="people-form form-editor" noValidate onSubmit={submit}>
      <TextField name={t("design.label.zh")} charsMax={labelCharsMax} text={zh} onChange={setZh} />
      <TextField name={t("design.label.en")} charsMax={labelCharsMax} text={en} onChange={setEn} />
      {was === undefined && (
        <OptionField<SectionDefinition["of"]>
          name={t("design.section.of")}
          value={of}
          options={subjectKinds.map((kind) => ({ value: kind, label: t(`design.of.${kind}`) }))}
          onChange={setOf}
        />
      )}
      <OptionField<SectionDefinition["group"]>
        name={t("design.section.group")}
        value={group}
        options={fieldGroups.map((one) => ({ value: one, label: t(`design.group.${one}`) }))}
        onChange={setGroup}
      />
      {was === undefined && <p className="sm i2">{t("design.section.empty")}</p>}
      <PutPart wrong={wrong} />
    </form>
  );
}
