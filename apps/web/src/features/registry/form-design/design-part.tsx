import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";
import { type ReactNode, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Drawer } from "../../../ui/drawer.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { ChangeTable } from "../../governance/change-table.tsx";
import { DesignCheck } from "./design-check.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { putField, putRule } from "./form-edits.ts";
import { FormPreview } from "./form-preview.tsx";
import { FormTables } from "./form-tables.tsx";
import { MoveEditor } from "./move-editor.tsx";
import { RuleEditor } from "./rule-editor.tsx";
import { SectionEditor } from "./section-editor.tsx";
import { moveField, newSection, putSection } from "./section-edits.ts";
import { type Edited, useDesignActs } from "./use-design-acts.tsx";
import { useFormWords } from "./use-form-words.ts";

/** The next form in the making: sections, fields and rules changed one by one, what that changes, how it will look, and proposing it. */
export function DesignPart({
  inForce,
  draft,
  change,
  drop,
  begin,
}: {
  inForce: FormDefinition;
  draft: FormDefinition;
  change(next: FormDefinition): void;
  drop(): void;
  begin(inForce: FormDefinition): void;
}) {
  const { t, language } = useText();
  const { changeLines } = useFormWords();
  const [edited, setEdited] = useState<Edited>();
  const lines = changeLines(inForce, draft);
  const isBehind = draft.version !== inForce.version + 1;
  const { acts, said } = useDesignActs({ inForce, draft, change, edit: setEdited });
  const put = (next: FormDefinition) => {
    change(next);
    setEdited(undefined);
  };
  return (
    <>
      <PageTitle title={t("design.title")}>
        <b className="i2 sm">{t("design.version", { version: draft.version })}</b>
        <span className="sp" />
        <button
          type="button"
          className="btn"
          onClick={() => (lines.length === 0 || window.confirm(t("design.edit.leave.ask")) ? drop() : undefined)}
        >
          {t("design.edit.leave")}
        </button>
      </PageTitle>
      <p className="i2">{t("design.kept")}</p>
      {isBehind && (
        <p className="note warn" role="status">
          <Icon name="warn" />
          <span>
            {t("design.behind", { version: draft.version - 1 })}{" "}
            <button type="button" className="btn s" onClick={() => begin(inForce)}>
              {t("design.behind.follow")}
            </button>
          </span>
        </p>
      )}
      {lines.length > 0 && <ChangeTable title={t("design.changes.draft")} lines={lines} />}
      <DesignCheck inForce={inForce} draft={draft} hasChanges={lines.length > 0} onProposed={drop} />
      <FormPreview form={draft} />
      <FormTables form={draft} acts={acts} />
      <p className="sr" role="status">
        {said}
      </p>
      {edited && (
        <Drawer title={titleOf(edited)} close={() => setEdited(undefined)}>
          {editorOf(edited)}
        </Drawer>
      )}
    </>
  );

  function editorOf(one: Edited): ReactNode {
    switch (one.kind) {
      case "field":
        return (
          <FieldEditor
            form={draft}
            section={one.section}
            was={one.field}
            isKnown={one.field !== undefined && findField(inForce, one.section.of, one.field.id) !== undefined}
            put={(field) => put(putField(draft, one.section.id, field))}
          />
        );
      case "move":
        return (
          <MoveEditor
            form={draft}
            section={one.section}
            field={one.field}
            move={(to) => put(moveField(draft, one.section.of, { id: one.field.id, to }))}
          />
        );
      case "section":
        return (
          <SectionEditor
            was={one.section}
            put={(named) =>
              put(putSection(draft, one.section ? { ...one.section, ...named } : newSection(draft, named)))
            }
          />
        );
      case "rule":
        return (
          <RuleEditor
            was={one.rule}
            taken={draft.rules.map(({ id }) => id)}
            put={(rule) => put(putRule(draft, rule))}
          />
        );
    }
  }

  function titleOf(one: Edited): string {
    switch (one.kind) {
      case "rule":
        return t(one.rule ? "design.rule.change" : "design.rule.add");
      case "section":
        return one.section ? t("design.change.of", { field: one.section.title[language] }) : t("design.section.add");
      case "move":
        return t("design.move.of", { field: one.field.label[language] });
      case "field":
        return one.field
          ? t("design.change.of", { field: one.field.label[language] })
          : t("design.add.to", { section: one.section.title[language] });
    }
  }
}
