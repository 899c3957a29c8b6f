import { ties } from "@mingbai/levels/schema";
import { type TieView, tiesView } from "@mingbai/levels/views";
import { useView } from "../../../api/use-view.ts";
import type { ResultOf } from "../../../api/view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { PageState } from "../../../ui/page-state.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { FieldsOf } from "../fields-of.ts";
import { OptionField } from "../option-field.tsx";
import { FundRows } from "./fund-rows.tsx";
import { RosterFileField } from "./roster-file-field.tsx";
import { findTie, fundRows, openTies, type TieDraft, tieActs, withOther } from "./tie-draft.ts";
import { TieSummary } from "./tie-summary.tsx";
import { type ApprovedRoster, useApprovedRoster } from "./use-approved-roster.ts";

const nameCharsMax = 64;

interface Shown {
  readonly draft: TieDraft;
  /** The tie that is to change; undefined where one is taken on, and until one is chosen. */
  readonly tie: TieView | undefined;
  readonly approved: ApprovedRoster | undefined;
  readonly levels: ResultOf<typeof tiesView>;
  set(draft: TieDraft): void;
}

/** What is to be believed of another ledger: that it is taken on, who keeps it, which funds go there, or that it ends. */
export function TieFields({ typed, change }: FieldsOf) {
  const { t } = useText();
  const asked = useView(tiesView, {});
  const { tie: draft } = typed;
  const set = (tie: TieDraft) => change({ tie });
  return (
    <>
      <OptionField
        name={t("governance.tie.act")}
        value={draft.act}
        options={tieActs.map((act) => ({ value: act, label: t(`governance.tie.act.${act}`) }))}
        onChange={(act) => set(withOther(draft, { act }))}
      />
      <PageState asked={asked} what={t("levels.what")}>
        {(levels) => <Fields key={draft.act} draft={draft} levels={levels} set={set} />}
      </PageState>
    </>
  );
}

function Fields({ draft, levels, set }: Pick<Shown, "draft" | "levels" | "set">) {
  const tie = findTie(draft, levels.rows);
  const approved = useApprovedRoster(draft.act === "roster" ? (tie?.ledger ?? "") : "");
  const shown: Shown = { draft, tie, approved, levels, set };
  return (
    <>
      {draft.act === "join" ? <Joining {...shown} /> : <Changing {...shown} />}
      {(draft.act === "join" || (draft.act === "funds" && tie !== undefined)) && (
        <FundRows rows={fundRows(draft, tie)} onChange={(funds) => set({ ...draft, funds })} />
      )}
      <TieSummary draft={draft} tie={tie} approved={approved} own={levels.own.ledger} />
    </>
  );
}

function Joining({ draft, levels, set }: Shown) {
  const { t } = useText();
  return (
    <>
      <RosterFileField
        asking={{ own: levels.own.ledger, known: levels.rows, change: undefined }}
        take={(opened) => set({ ...draft, opened })}
      />
      <OptionField
        name={t("governance.tie.as")}
        value={draft.as}
        options={ties.map((as) => ({ value: as, label: t(`levels.as.${as}`) }))}
        onChange={(as) => set({ ...draft, as })}
      />
      <TextField
        name={t("governance.tie.name")}
        note={t("governance.tie.name.note")}
        charsMax={nameCharsMax}
        text={draft.name}
        onChange={(name) => set({ ...draft, name })}
      />
    </>
  );
}

function Changing({ draft, tie, approved, levels, set }: Shown) {
  const { t } = useText();
  const choices = openTies(levels.rows);
  const change = tie && approved && { ledger: tie.ledger, approved };
  return (
    <>
      <OptionField
        name={t("levels.ledger")}
        value={tie?.ledger ?? ""}
        none={t(choices.length === 0 ? "governance.tie.noLedger" : "governance.new.choose")}
        options={choices.map(({ ledger, name, as }) => ({
          value: ledger,
          label: t("governance.tie.named", { name, as: t(`levels.as.${as}`) }),
        }))}
        onChange={(ledger) => set(withOther(draft, { ledger }))}
      />
      {draft.act === "roster" && tie !== undefined && (
        <RosterFileField
          key={tie.ledger}
          asking={change && { own: levels.own.ledger, known: levels.rows, change }}
          take={(opened) => set({ ...draft, opened })}
        />
      )}
    </>
  );
}
