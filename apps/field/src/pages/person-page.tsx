import { OptionRows } from "../form/option-rows.tsx";
import { useText } from "../i18n/use-text.ts";
import type { PersonDraft } from "../outbox/record.ts";
import { goTo, linkTo, replaceWith } from "../ui/route.ts";
import { Screen } from "../ui/screen.tsx";
import { SignalStrip } from "../ui/signal-strip.tsx";
import { changePerson, removePerson } from "../visit/change-draft.ts";
import { PartFoot } from "../visit/part-foot.tsx";
import { householdParts, questionParts } from "../visit/parts.ts";
import { nameOf } from "../visit/people-part.tsx";
import { Progress } from "../visit/progress.tsx";
import { Questions } from "../visit/questions.tsx";
import { type RecordInHand, useRecord } from "../visit/use-record.ts";
import { RecordGone } from "./record-gone.tsx";

/** The questions about one person of a record being filled in. */
export function PersonPage({ id, person, at }: { id: string; person: string; at: number }) {
  const inHand = useRecord(id);
  const found = inHand?.record.draft.people.find((one) => one.person === person);
  if (inHand === undefined || found === undefined) return <RecordGone />;
  return <PersonParts inHand={inHand} person={found} at={at} />;
}

function PersonParts({ inHand, person, at }: { inHand: RecordInHand; person: PersonDraft; at: number }) {
  const { t, language } = useText();
  const { record, change } = inHand;
  const { draft } = record;
  const parts = questionParts("person", draft.classes);
  const part = parts[at] ?? parts[0];
  const next = parts[at + 1];
  const peopleAt = householdParts(draft.classes).findIndex(({ kind }) => kind === "people");
  const toPeople = () => goTo("visit", record.id, peopleAt);
  const go = (to: number) => replaceWith("visit", record.id, "person", person.person, to);
  const isLast = next === undefined;
  return (
    <Screen
      title={nameOf(person) || t("visit.person.unnamed")}
      aside={record.head && t("household.title", { head: record.head })}
      leave={{ href: linkTo("visit", record.id, peopleAt), icon: "back", label: t("visit.toPeople") }}
      strip={<SignalStrip of="form" />}
      foot={
        <PartFoot
          back={at === 0 ? undefined : () => go(at - 1)}
          next={
            isLast
              ? { label: t("visit.toPeople"), go: toPeople }
              : { label: t("visit.next", { title: next.title[language] }), go: () => go(at + 1) }
          }
        />
      }
    >
      <Progress at={at} titles={parts.map(({ title }) => title[language])} inHand={inHand} />
      <div className="part">
        {at === 0 && person.base > 0 && (
          <Departure person={person} choose={(how) => change((now) => changePerson(now, person.person, how))} />
        )}
        {part && <Questions key={part.id} subject={person.person} fields={part.fields} inHand={inHand} />}
        {at === 0 && person.base === 0 && draft.people.length > 1 && (
          <p className="question">
            <button
              type="button"
              className="btn bad"
              onClick={() => {
                toPeople();
                change((now) => removePerson(now, person.person));
              }}
            >
              {t("visit.removeNew")}
            </button>
          </p>
        )}
      </div>
    </Screen>
  );
}

function Departure({
  person,
  choose,
}: {
  person: PersonDraft;
  choose(how: (person: PersonDraft) => PersonDraft): void;
}) {
  const { t } = useText();
  const options = (["here", "death", "left"] as const).map((code) => ({ code, label: t(`visit.departure.${code}`) }));
  return (
    <OptionRows
      id="departure"
      label={t("visit.departure")}
      options={options}
      chosen={[person.departure ?? "here"]}
      choose={(code) => choose(({ departure: _, ...one }) => (isDeparture(code) ? { ...one, departure: code } : one))}
    />
  );
}

function isDeparture(code: string): code is NonNullable<PersonDraft["departure"]> {
  return code === "death" || code === "left";
}
