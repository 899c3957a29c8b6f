import type { MatterDetail } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { fieldsShown } from "./field-lines.ts";
import { lineDifferences } from "./line-differences.ts";
import { useFieldLines } from "./use-field-lines.ts";

/** What the last version changed, old struck beside new; nothing for a first version. */
export function VersionChanges({ matter }: { matter: MatterDetail }) {
  const { t } = useText();
  const linesOf = useFieldLines(matter);
  const { versions } = matter;
  const now = versions.at(-1);
  const before = versions.at(-2);
  if (!now || !before) return null;
  const changes = fieldsShown
    .map((field) => ({ field, lines: lineDifferences(linesOf(before, field), linesOf(now, field)) }))
    .filter(({ lines }) => lines.some(({ mark }) => mark !== "same"));
  return (
    <section>
      <h3>{t("matter.changed", { count: changes.length })}</h3>
      <dl className="change-list">
        {changes.map(({ field, lines }) => (
          <div key={field}>
            <dt>{t(`matter.field.${field}`)}</dt>
            <dd>
              {lines
                .filter(({ mark }) => mark !== "same")
                .map(({ text, mark }) =>
                  mark === "removed" ? <del key={`del ${text}`}>{text}</del> : <ins key={`ins ${text}`}>{text}</ins>,
                )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
