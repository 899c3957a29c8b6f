import type { SubjectKind } from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";
import type { HistoryLine } from "@mingbai/registry/views/history";
import { useText } from "../../../i18n/use-text.ts";
import { useFormOf } from "../use-form-of.ts";
import { BasisNote } from "./basis-note.tsx";
import { useFieldText } from "./field-text.tsx";

/** More than these are told as a count until they are asked for. */
const shownMax = 4;

/** Each field that a part set: what stood there, and what stands there since. A first part has nothing before it. */
export function FieldChanges({ line, kind }: { line: HistoryLine; kind: SubjectKind }) {
  const { t, language } = useText();
  const { sets, base, basis = {} } = line;
  const form = useFormOf(line.form);
  const fieldText = useFieldText({ inLine: true });
  const changes = Object.entries(sets);
  const confirmed = Object.keys(basis).filter((id) => sets[id] === undefined);
  if (changes.length + confirmed.length === 0) return null;
  const lines = changes.map(([id, { from, to }]) => {
    const field = findField(form, kind, id);
    const said = (value: typeof to) =>
      value === undefined ? t("file.nothing") : field === undefined ? String(value) : fieldText(field, value);
    const isAlone = changes.length === 1;
    return (
      <li key={id}>
        {(!isAlone || base === 0) && (
          <span className="i2">{t("file.did.label", { field: field?.label[language] ?? id })}</span>
        )}
        {from !== undefined && (
          <>
            <del>{said(from)}</del> <span aria-hidden="true">→</span>{" "}
          </>
        )}
        <ins>{said(to)}</ins>
        <BasisNote basis={basis[id]} />
      </li>
    );
  });
  for (const id of confirmed)
    lines.push(
      <li key={id}>
        {t("basis.confirmed", { field: findField(form, kind, id)?.label[language] ?? id })}
        <BasisNote basis={basis[id]} />
      </li>,
    );
  if (lines.length <= shownMax) return <ul className="said changes">{lines}</ul>;
  return (
    <details className="said changes">
      <summary>{t("file.did.all", { count: lines.length })}</summary>
      <ul>{lines}</ul>
    </details>
  );
}
