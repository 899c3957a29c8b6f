import { changedFields } from "@mingbai/registry/content/file/changed-fields";
import { findField } from "@mingbai/registry/content/form/find-field";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useFieldText } from "../file/field-text.tsx";
import { findPersonName } from "../file/household-words.ts";
import { form } from "../form-words.ts";
import { findSeen, type HouseholdDraft } from "./household-draft.ts";

/** Somebody else has changed the file since this writer began: what it says by now, and a way to follow. Nothing is lost. */
export function BehindNote({
  draft,
  file,
  onFollow,
}: {
  draft: HouseholdDraft;
  file: HouseholdFile;
  onFollow(): void;
}) {
  const { t, language } = useText();
  const fieldText = useFieldText({ inLine: true });
  const subjects = [
    { subject: file.household, values: file.values },
    ...file.residents.map(({ person, values }) => ({ subject: person, values })),
  ];
  const lines = subjects.flatMap(({ subject, values }) =>
    Object.entries(changedFields(findSeen(draft, subject)?.values ?? {}, values)).map(([id, { to }]) => {
      const kind = subject === file.household ? "household" : "person";
      const field = findField(form, kind, id);
      const name = findPersonName(file, subject) ?? t("file.did.household");
      const now = to === undefined ? t("file.nothing") : field === undefined ? String(to) : fieldText(field, to);
      return (
        <li key={`${subject} ${id}`}>
          {t("form.behind.field", { name, field: field?.label[language] ?? id })} {now}
        </li>
      );
    }),
  );
  return (
    <div className="note" role="status">
      <Icon name="brackets" />
      <div>
        <b>{t("form.behind")}</b>
        <ul>{lines}</ul>
        <p className="sm i2">{t("form.behind.both")}</p>
        <button type="button" className="btn s" onClick={onFollow}>
          {t("form.behind.follow")}
        </button>
      </div>
    </div>
  );
}
