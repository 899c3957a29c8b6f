import "../../matter/matter.css";
import "../../apply/apply.css";
import "./form.css";
import { changedFields } from "@mingbai/registry/content/file/changed-fields";
import type { Values } from "@mingbai/registry/content/file/value";
import { useEffect, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { askedTogether } from "../../../ui/asked-together.ts";
import { PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { DraftsNote } from "../../apply/drafts-note.tsx";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { useSettledAct } from "../../matter/use-settled-act.ts";
import { randomAccount } from "../../people/random-account.ts";
import { keepSubjectParts } from "../keep-subject-parts.ts";
import { basisOfDraft } from "./basis-of-draft.ts";
import type { CheckedDraft } from "./check-draft.ts";
import type { HouseholdDraft } from "./household-draft.ts";
import { type FormStart, HouseholdForm, type ReadyForm } from "./household-form.tsx";
import { newDraft } from "./new-draft.ts";
import { useFormStart } from "./use-form-start.ts";
import { type OwnArea, useOwnAreas } from "./use-own-areas.ts";

const numberPattern = /^[0-9a-f]{16}$/;

/** A new household's file: where they live and who they are, then whatever is known besides. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("form.new")}>
      <NewHousehold />
    </SignedInOnly>
  );
}

function NewHousehold() {
  const { t, language } = useText();
  const [search, setSearch] = useSearchParams();
  const [fresh] = useState(randomAccount);
  const wanted = search.get("draft") ?? "";
  const household = numberPattern.test(wanted) ? wanted : fresh;
  useEffect(() => {
    // The address names the draft from the beginning, so that loading the page again comes back to it.
    if (wanted !== household) setSearch({ draft: household }, { replace: true });
  }, [wanted, household, setSearch]);
  const start = useFormStart(household, () => newDraft(household, language));
  const areas = useOwnAreas();
  // Whoever types their village before the villages are known would type it for nothing.
  const form = askedTogether([start, areas], start.data && areas.data && { start: start.data, areas: areas.data });
  return (
    <div className="page apply-page">
      <PageTitle title={t("form.new")} />
      <p className="i2 sm">{t("form.new.how")}</p>
      <DraftsNote id={household} form="household" />
      <PageState asked={form} what={t("form.what")} rows={8}>
        {(found) => <NewForm key={found.start.id} {...found} />}
      </PageState>
    </div>
  );
}

function NewForm({ start, areas }: { start: FormStart; areas: readonly OwnArea[] }) {
  const { t } = useText();
  const navigate = useNavigate();
  const settle = useSettledAct();
  const prepare = (draft: HouseholdDraft, { file }: CheckedDraft, area: string): ReadyForm => {
    const head = String(file.people[0]?.values.name ?? "");
    return {
      title: t("form.new"),
      sentence: t("form.new.sentence", { head, area: draft.area, count: file.people.length }),
      totals: [
        { label: t("registry.people"), value: file.people.length },
        { label: t("form.fields"), value: countValues(file) },
      ],
      async sign() {
        const first = { reason: draft.reason, words: draft.words };
        const [content = "", ...contents] = await keepSubjectParts([
          { ...first, subject: draft.household, ...firstSaid(draft, draft.household, file.values) },
          ...file.people.map(({ person = "", values }) => ({
            ...first,
            subject: person,
            ...firstSaid(draft, person, values),
          })),
        ]);
        const people = file.people.map(({ person = "" }, at) => ({ subject: person, content: contents[at] ?? "" }));
        return settle("registry.openHouseholds", {
          households: [{ household: draft.household, area, content, people }],
        });
      },
    };
  };
  return (
    <HouseholdForm
      start={start}
      isNew
      areas={areas}
      send={t("form.new.send")}
      prepare={prepare}
      done={({ household }) => navigate(`/registry/${household}`)}
    />
  );
}

function countValues({ values, people }: CheckedDraft["file"]): number {
  return [values, ...people.map((person) => person.values)].reduce((sum, one) => sum + Object.keys(one).length, 0);
}

/** What the first part of a subject sets, and where it comes from. */
function firstSaid(draft: HouseholdDraft, subject: string, values: Values) {
  const sets = changedFields({}, values);
  const changed = Object.keys(sets);
  return { sets, basis: basisOfDraft(draft, subject, { changed, filled: changed }) };
}
