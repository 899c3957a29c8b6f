import { isSameValue } from "@mingbai/registry/content/file/value";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import { useText } from "../i18n/use-text.ts";
import type { PersonDraft } from "../outbox/record.ts";
import { Icon } from "../ui/icon.tsx";
import { goTo, linkTo } from "../ui/route.ts";
import { newSubject } from "./begin-draft.ts";
import { addPerson } from "./change-draft.ts";
import { relationText } from "./relation-text.ts";
import type { RecordInHand } from "./use-record.ts";

const arrivals = ["birth", "marriage", "return"] as const;

/** Who lives in the household: each opens their own questions; newborns and others who came are added here. */
export function PeoplePart({ inHand: { record, change } }: { inHand: RecordInHand }) {
  const { t, language } = useText();
  const { draft } = record;
  const add = (arrival?: (typeof arrivals)[number]): void => {
    const person = newSubject();
    change((now) => addPerson(now, { person, ...(arrival !== undefined && { arrival }) }));
    goTo("visit", record.id, "person", person, 0);
  };
  return (
    <>
      <h2 className="question-head">{t("visit.people")}</h2>
      <p className="hint">{t("visit.people.help")}</p>
      <ul className="rows inset">
        {draft.people.map((person) => (
          <li key={person.person}>
            <a href={linkTo("visit", record.id, "person", person.person, 0)} className="row-link">
              <span className="t">{nameOf(person) || t("visit.person.unnamed")}</span>
              <span className="m">{relationText(person.values, language)}</span>
              <Standing person={person} isNew={draft.kind === "newHousehold"} />
              <Icon name="next" size={14} />
            </a>
          </li>
        ))}
      </ul>
      <section aria-labelledby="add-people">
        <h3 id="add-people" className="label">
          {t("visit.add")}
        </h3>
        <p className="buttons">
          {draft.kind === "newHousehold" ? (
            <AddButton label={t("visit.add.person")} add={() => add()} />
          ) : (
            arrivals.map((arrival) => (
              <AddButton key={arrival} label={t(`visit.add.${arrival}`)} add={() => add(arrival)} />
            ))
          )}
        </p>
      </section>
    </>
  );
}

function AddButton({ label, add }: { label: string; add(): void }) {
  return (
    <button type="button" className="btn" onClick={add}>
      <Icon name="plus" />
      {label}
    </button>
  );
}

function Standing({ person, isNew }: { person: PersonDraft; isNew: boolean }) {
  const { t } = useText();
  if (person.departure !== undefined)
    return <span className="tag">{t(person.departure === "death" ? "visit.person.died" : "visit.person.left")}</span>;
  if (person.arrival !== undefined) return <span className="tag ok">{t("visit.person.new")}</span>;
  const fields = new Set([...Object.keys(person.before), ...Object.keys(person.values)]);
  const isChanged = [...fields].some((field) => !isSameValue(person.before[field], person.values[field]));
  return isChanged && !isNew ? <span className="tag br">{t("visit.person.changed")}</span> : null;
}

export function nameOf({ values }: Pick<PersonDraft, "values">): string {
  return String(values[knownFields.person.name] ?? "");
}
