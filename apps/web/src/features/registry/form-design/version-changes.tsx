import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { useText } from "../../../i18n/use-text.ts";
import { ChangeTable } from "../../governance/change-table.tsx";
import { useFormOf } from "../use-form-of.ts";
import { useFormWords } from "./use-form-words.ts";

/** What a version changed of the one before it. */
export function VersionChanges({ form }: { form: FormDefinition }) {
  const { t } = useText();
  const { changeLines } = useFormWords();
  const before = useFormOf(form.version - 1);
  if (before.version !== form.version - 1) return null;
  const lines = changeLines(before, form);
  const title = t("design.changes", { version: form.version });
  return (
    <details className="version-changes">
      <summary>{title}</summary>
      {lines.length === 0 ? (
        <p className="i2">{t("design.changes.none")}</p>
      ) : (
        <ChangeTable title={title} lines={lines} />
      )}
    </details>
  );
}
