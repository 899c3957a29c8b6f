import { useEffect } from "react";
import { useText } from "../i18n/use-text.ts";
import { linkTo, replaceWith } from "../ui/route.ts";
import { Screen } from "../ui/screen.tsx";
import { SignalStrip } from "../ui/signal-strip.tsx";
import { HandInFaults, useHandingIn } from "../visit/hand-in-part.tsx";
import { PartFoot } from "../visit/part-foot.tsx";
import { type FormPart, householdParts } from "../visit/parts.ts";
import { PeoplePart } from "../visit/people-part.tsx";
import { Progress } from "../visit/progress.tsx";
import { Questions } from "../visit/questions.tsx";
import { type RecordInHand, useRecord } from "../visit/use-record.ts";
import { WordsPart } from "../visit/words-part.tsx";
import { RecordGone } from "./record-gone.tsx";

/** One part of a record being filled in; the address says which. */
export function VisitPage({ id, at }: { id: string; at: number }) {
  const inHand = useRecord(id);
  return inHand === undefined ? <RecordGone /> : <VisitPart inHand={inHand} at={at} />;
}

function VisitPart({ inHand, at }: { inHand: RecordInHand; at: number }) {
  const { t, language } = useText();
  const { record, change } = inHand;
  const { draft } = record;
  const parts = householdParts(draft.classes);
  const titleOf = (part: FormPart): string =>
    part.kind === "questions" ? part.title[language] : t(part.kind === "people" ? "visit.people" : "visit.words");
  const titles = parts.map(titleOf);
  const handing = useHandingIn(inHand);
  const part = parts[at] ?? parts[0];
  const next = parts[at + 1];
  useEffect(() => {
    if (draft.at !== at) change((now) => ({ ...now, at }));
  }, [at, draft.at, change]);
  const go = (to: number) => replaceWith("visit", record.id, to);
  const handIn = {
    label: handInLabel(),
    isBusy: handing.isBusy,
    go: () => void handing.go(),
  };
  return (
    <Screen
      title={t(draft.kind === "visit" ? "visit.title" : "visit.title.new")}
      aside={record.head && t("household.title", { head: record.head })}
      leave={{ href: linkTo("records"), icon: "close", label: t("visit.leave") }}
      strip={<SignalStrip of="form" />}
      foot={
        <PartFoot
          back={at === 0 ? undefined : () => go(at - 1)}
          next={next ? { label: t("visit.next", { title: titleOf(next) }), go: () => go(at + 1) } : handIn}
        />
      }
    >
      <Progress at={at} titles={titles} inHand={inHand} />
      <div className="part">
        {part?.kind === "questions" && (
          <Questions key={part.id} subject={draft.household} fields={part.fields} inHand={inHand} />
        )}
        {part?.kind === "people" && <PeoplePart inHand={inHand} />}
        {part?.kind === "words" && (
          <WordsPart inHand={inHand}>
            {handing.faults && <HandInFaults draft={draft} faults={handing.faults} />}
          </WordsPart>
        )}
      </div>
    </Screen>
  );

  function handInLabel(): string {
    if (handing.isBusy) return t("visit.checking");
    const { faults } = handing;
    return t(faults !== undefined && faults.doubts.length > 0 ? "visit.handIn.anyway" : "visit.handIn");
  }
}
