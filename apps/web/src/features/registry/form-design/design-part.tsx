import type {
  FieldDefinition,
  FormDefinition,
  FormRule,
  SectionDefinition,
} from "@mingbai/registry/content/form/definition";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { ChangeTable } from "../../governance/change-table.tsx";
import { DesignCheck } from "./design-check.tsx";
import { EditorDrawer } from "./editor-drawer.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { putField, putRule, removeField, removeRule, retireField } from "./form-edits.ts";
import { FormPreview } from "./form-preview.tsx";
import { type DesignActs, FormTables } from "./form-tables.tsx";
import { RuleEditor } from "./rule-editor.tsx";
import { useFormWords } from "./use-form-words.ts";

type Edited =
  | { readonly kind: "field"; readonly section: SectionDefinition; readonly field?: FieldDefinition }
  | { readonly kind: "rule"; readonly rule?: FormRule };

/** The next form in the making: fields and rules changed one by one, what that changes, how it will look, and proposing it. */
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
  const findBefore = (section: SectionDefinition, id: string) =>
    inForce.sections
      .filter(({ of }) => of === section.of)
      .flatMap(({ fields }) => fields)
      .find((field) => field.id === id);
  const acts: DesignActs = {
    ofSection: (section) => (
      <button type="button" className="btn s" onClick={() => setEdited({ kind: "field", section })}>
        <Icon name="plus" size={14} />
        <span aria-hidden="true">{t("design.add")}</span>
        <span className="sr">{t("design.add.to", { section: section.title[language] })}</span>
      </button>
    ),
    markOf: (section, field) => {
      const was = findBefore(section, field.id);
      if (was === undefined) return <span className="tag ok">{t("design.isNew")}</span>;
      return JSON.stringify(was) === JSON.stringify(field) ? null : (
        <span className="tag warn">{t("design.isChanged")}</span>
      );
    },
    ofField: (section, field) => {
      const name = { field: field.label[language] };
      const at = { id: field.id, isRetired: !field.retired };
      const isNew = findBefore(section, field.id) === undefined;
      return (
        <>
          <Act say="change" of={name} go={() => setEdited({ kind: "field", section, field })} />
          {isNew ? (
            <Act say="remove" of={name} go={() => change(removeField(draft, section.id, field.id))} />
          ) : (
            <Act
              say={field.retired ? "askAgain" : "retire"}
              of={name}
              go={() => change(retireField(draft, section.id, at))}
            />
          )}
        </>
      );
    },
    ofRules: (
      <button type="button" className="btn s" onClick={() => setEdited({ kind: "rule" })}>
        <Icon name="plus" size={14} />
        {t("design.rule.add")}
      </button>
    ),
    ofRule: (rule) => (
      <>
        <Act say="change" of={{ field: rule.words[language] }} go={() => setEdited({ kind: "rule", rule })} />
        <Act say="remove" of={{ field: rule.words[language] }} go={() => change(removeRule(draft, rule.id))} />
      </>
    ),
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
      {edited && (
        <EditorDrawer title={titleOf(edited)} close={() => setEdited(undefined)}>
          {edited.kind === "field" ? (
            <FieldEditor
              form={draft}
              section={edited.section}
              was={edited.field}
              isKnown={edited.field !== undefined && findBefore(edited.section, edited.field.id) !== undefined}
              put={(field) => {
                change(putField(draft, edited.section.id, field));
                setEdited(undefined);
              }}
            />
          ) : (
            <RuleEditor
              was={edited.rule}
              taken={draft.rules.map(({ id }) => id)}
              put={(rule) => {
                change(putRule(draft, rule));
                setEdited(undefined);
              }}
            />
          )}
        </EditorDrawer>
      )}
    </>
  );

  function titleOf(one: Edited): string {
    if (one.kind === "rule") return t(one.rule ? "design.rule.change" : "design.rule.add");
    if (one.field) return t("design.change.of", { field: one.field.label[language] });
    return t("design.add.to", { section: one.section.title[language] });
  }
}

function Act({ say, of, go }: { say: "change" | "retire" | "askAgain" | "remove"; of: { field: string }; go(): void }) {
  const { t } = useText();
  return (
    <button type="button" className="btn s t" aria-label={t(`design.${say}.of`, of)} onClick={go}>
      {t(`design.${say}`)}
    </button>
  );
}
