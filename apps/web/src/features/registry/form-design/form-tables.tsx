import type { FieldDefinition, FormDefinition, SectionDefinition } from "@mingbai/registry/content/form/definition";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { TitledTable } from "../../../ui/titled-table.tsx";
import { useFormWords } from "./use-form-words.ts";

/** What may be done with a section, a field or a rule while the form is changed; nothing where it is only shown. */
export interface DesignActs {
  ofSection(section: SectionDefinition): ReactNode;
  ofSections: ReactNode;
  markOfSection(section: SectionDefinition): ReactNode;
  ofField(section: SectionDefinition, field: FieldDefinition): ReactNode;
  ofRule(rule: FormDefinition["rules"][number]): ReactNode;
  ofRules: ReactNode;
  markOf(section: SectionDefinition, field: FieldDefinition): ReactNode;
}

/** A form in full: each section with its fields, what they take and who may see them; then the rules. */
export function FormTables({ form, acts }: { form: FormDefinition; acts?: DesignActs }) {
  const { t, language } = useText();
  return (
    <div className="form-tables">
      {form.sections.map((section) => (
        <TitledTable
          key={`${section.of} ${section.id}`}
          title={section.title[language]}
          lead={
            <p className="row wrap sm i3">
              <span>{t(`design.of.${section.of}`)}</span>
              <span>{t(`design.group.${section.group}`)}</span>
              <span>{t("design.fields", { count: section.fields.length })}</span>
              {acts?.markOfSection(section)}
              <span className="sp" />
              {acts?.ofSection(section)}
            </p>
          }
          columns={[
            { head: t("design.field") },
            { head: t("design.how") },
            { head: t("design.who") },
            acts && { head: t("design.change"), isUnseen: true },
          ]}
        >
          {section.fields.map((field) => (
            <FieldRow key={field.id} section={section} field={field} {...(acts && { acts })} />
          ))}
        </TitledTable>
      ))}
      {acts?.ofSections}
      <RuleTable form={form} {...(acts && { acts })} />
    </div>
  );
}

function FieldRow({ section, field, acts }: { section: SectionDefinition; field: FieldDefinition; acts?: DesignActs }) {
  const { t, language } = useText();
  const { typeText } = useFormWords();
  return (
    <tr className={field.retired ? "retired" : undefined}>
      <th scope="row">
        {field.label[language]} {acts?.markOf(section, field)}
        {field.retired && <span className="tag">{t("design.retired")}</span>}
        {field.required && <span className="sm i3"> {t("form.required")}</span>}
        {field.help && <span className="sm i3 under">{field.help[language]}</span>}
      </th>
      <td className="i2">{typeText(field.of)}</td>
      <td className="i2">{t(`class.${field.class}`)}</td>
      {acts && <td className="acts">{acts.ofField(section, field)}</td>}
    </tr>
  );
}

function RuleTable({ form, acts }: { form: FormDefinition; acts?: DesignActs }) {
  const { t, language } = useText();
  return (
    <TitledTable
      title={t("design.rules")}
      lead={
        <p className="row">
          {form.rules.length === 0 && <span className="i2">{t("design.rules.none")}</span>}
          <span className="sp" />
          {acts?.ofRules}
        </p>
      }
      columns={[
        { head: t("design.rule.says") },
        { head: t("design.rule.when") },
        { head: t("design.level") },
        acts && { head: t("design.change"), isUnseen: true },
      ]}
    >
      {form.rules.map((rule) => (
        <tr key={rule.id}>
          <th scope="row">{rule.words[language]}</th>
          <td>
            <code>{rule.when}</code>
          </td>
          <td className="nw">{t(`design.level.${rule.level}`)}</td>
          {acts && <td className="acts">{acts.ofRule(rule)}</td>}
        </tr>
      ))}
    </TitledTable>
  );
}
