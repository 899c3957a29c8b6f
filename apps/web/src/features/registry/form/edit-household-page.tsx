import "../../matter/matter.css";
import "../../apply/apply.css";
import "./form.css";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { useSettledAct } from "../../matter/use-settled-act.ts";
import { OpenedFile } from "../file/opened-file.tsx";
import { keepSubjectParts } from "../keep-subject-parts.ts";
import { BehindNote } from "./behind-note.tsx";
import type { CheckedDraft } from "./check-draft.ts";
import { type DraftChange, draftChanges } from "./draft-changes.ts";
import { editDraft, isBehind, onNewest } from "./edit-draft.ts";
import { findSeen, type HouseholdDraft } from "./household-draft.ts";
import { type FormStart, HouseholdForm, type ReadyForm } from "./household-form.tsx";
import { givenReasons } from "./reason-part.tsx";
import { useFormStart } from "./use-form-start.ts";

/** Behind the household's number, so that a draft of changes is none of a new file. */
const draftOfChanges = "00000000";

/** Changes to a household's file: only what was changed is sent, with the reason. */
export function Component() {
  const { t } = useText();
  const { household = "" } = useParams();
  return (
    <SignedInOnly title={t("form.edit")}>
      <OpenedFile key={household} household={household}>
        {(file) => <EditHousehold file={file} />}
      </OpenedFile>
    </SignedInOnly>
  );
}

function EditHousehold({ file }: { file: HouseholdFile }) {
  const { t, language } = useText();
  const [search] = useSearchParams();
  const id = file.household + draftOfChanges;
  const reason = givenReasons.find((one) => one === search.get("reason")) ?? "correction";
  const isVisit = reason === "visit";
  const start = useFormStart(id, () => ({ ...editDraft(file, language), reason }));
  return (
    <div className="page apply-page">
      <PageTitle title={t(isVisit ? "form.visit" : "form.edit")}>
        <Link to={`/registry/${file.household}`}>
          {file.head === "" ? t("file.title") : t("file.of", { name: file.head })}
        </Link>
        {file.number !== "" && <span className="num i2">{file.number}</span>}
      </PageTitle>
      <PageState asked={start} what={t("form.what")} rows={8}>
        {(found) => <EditForm key={found.id} file={file} start={found} isVisit={isVisit} />}
      </PageState>
    </div>
  );
}

function EditForm({ file, start, isVisit }: { file: HouseholdFile; start: FormStart; isVisit: boolean }) {
  const { t, language } = useText();
  const navigate = useNavigate();
  const settle = useSettledAct();
  const prepare = (draft: HouseholdDraft, checked: CheckedDraft): ReadyForm | string => {
    const found = draftChanges(draft, checked.file);
    // A visit that found everything as it was is recorded by its words alone.
    const visit: DraftChange = {
      subject: draft.household,
      base: findSeen(draft, draft.household)?.version ?? 0,
      sets: {},
      basis: {},
    };
    const changes: readonly DraftChange[] = found.length === 0 && draft.words.trim() !== "" ? [visit] : found;
    if (changes.length === 0) return t("form.nothing");
    const count = changes.reduce((sum, { sets, basis }) => sum + Object.keys({ ...sets, ...basis }).length, 0);
    return {
      title: t(isVisit ? "form.visit" : "form.edit"),
      sentence: t("form.edit.sentence", { head: file.head, count }),
      totals: [
        { label: t("form.reason"), value: t(`reason.${draft.reason}`) },
        { label: t("form.subjects"), value: changes.length },
      ],
      async sign() {
        const { reason, words } = draft;
        const contents = await keepSubjectParts(
          changes.map(({ subject, sets, basis }, at) => ({
            subject,
            reason,
            sets,
            basis,
            words: at === 0 ? words : "",
          })),
        );
        return settle("registry.recordChanges", {
          changes: changes.map(({ subject, base }, at) => ({ subject, base, content: contents[at] ?? "" })),
        });
      },
    };
  };
  return (
    <HouseholdForm
      start={start}
      isNew={false}
      classes={file.classes}
      send={t("form.edit.send")}
      prepare={prepare}
      done={() => navigate(`/registry/${file.household}`)}
      lead={(draft, change) =>
        isBehind(draft, file) && (
          <BehindNote draft={draft} file={file} onFollow={() => change(onNewest(draft, file, language))} />
        )
      }
    />
  );
}
