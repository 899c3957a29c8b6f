import type { Basis } from "@mingbai/registry/content/file/basis";
import type { FieldClass } from "@mingbai/registry/content/form/definition";
import { fieldClasses } from "@mingbai/registry/content/form/definition";
import type { FinalAnswer } from "@mingbai/sdk/answer";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
} from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Signing } from "../../../ui/signing.tsx";
import { useToday } from "../../../ui/use-today.ts";
import { DraftConflictNote } from "../../apply/draft-conflict-note.tsx";
import { DraftLine } from "../../apply/draft-line.tsx";
import { useDraft } from "../../apply/use-draft.ts";
import { useSendKey } from "../../apply/use-send-key.ts";
import type { KeptDraft } from "../../apply/use-start.ts";
import { useDivisions } from "../use-divisions.ts";
import { BasisPart, noBasis } from "./basis-part.tsx";
import { type CheckedDraft, checkDraft, type DraftFault } from "./check-draft.ts";
import { FaultSummary, goToPlace } from "./fault-summary.tsx";
import { findArea } from "./find-area.ts";
import { fieldPlace, type HouseholdDraft, householdForm } from "./household-draft.ts";
import { HouseholdFields } from "./household-fields.tsx";
import { goOnWithEnter } from "./next-field.ts";
import { goOnWithPageDown } from "./next-part.ts";
import { ReasonPart } from "./reason-part.tsx";
import type { OwnArea } from "./use-own-areas.ts";
import { withText } from "./with-text.ts";

/** Where a form begins: a draft of before, or one that is not kept yet (version 0). */
export type FormStart = Omit<KeptDraft<HouseholdDraft>, "savedMs"> & { readonly savedMs?: number };

/** What is to be signed for a draft without errors: words for the sheet, and the signing itself. */
export interface ReadyForm {
  readonly title: string;
  readonly sentence: string;
  readonly totals: readonly { readonly label: string; readonly value: ReactNode }[];
  sign(): Promise<FinalAnswer>;
}

/**
 * A household's file as a form: kept at every change, checked when it is handed in, signed once. `prepare` says what is to be
 * signed, or in words why there is nothing to sign. `lead` may change the draft (follow the newest file).
 */
export function HouseholdForm({
  start,
  isNew,
  areas = [],
  classes = fieldClasses,
  send,
  prepare,
  done,
  lead,
}: {
  start: FormStart;
  isNew: boolean;
  /** Where a new file may be kept. */
  areas?: readonly OwnArea[];
  classes?: readonly FieldClass[];
  /** The button's words. */
  send: string;
  prepare(draft: HouseholdDraft, checked: CheckedDraft, area: string): ReadyForm | string;
  done(draft: HouseholdDraft): void;
  lead?(draft: HouseholdDraft, change: (part: Partial<HouseholdDraft>) => void): ReactNode;
}) {
  const { t, language } = useText();
  const day = useToday();
  const divisions = useDivisions();
  const { draft, change, state, conflict, settle, finish } = useDraft(start, householdForm);
  const [tries, setTries] = useState(0);
  const [missing, setMissing] = useState("");
  const [ready, setReady] = useState<ReadyForm>();
  const around = useMemo(() => ({ day, divisions, classes }), [day, divisions, classes]);
  // Typing does not wait for the rules: what they find is drawn when there is time.
  const checkedDraft = useDeferredValue(draft);
  const [found, setFound] = useState<readonly DraftFault[]>([]);
  useEffect(() => setFound(checkDraft(checkedDraft, around).faults), [checkedDraft, around]);
  const onText = useCallback(
    (subject: string, field: string, text: string) =>
      change((latest) => withText(latest, { subject, field, text, language })),
    [change, language],
  );
  const { basis = noBasis } = draft;
  const onBasis = useCallback(
    (subject: string, field: string, said: Basis | undefined) =>
      change(({ basis: before = noBasis }) => {
        const { [fieldPlace(subject, field)]: _, ...others } = before.fields;
        return {
          basis: {
            ...before,
            fields: { ...others, ...(said !== undefined && { [fieldPlace(subject, field)]: said }) },
          },
        };
      }),
    [change],
  );
  const area = findArea(areas, draft.area)?.id;
  const isAreaMissing = isNew && area === undefined;
  const faults = found.filter(({ level }) => tries > 0 || level === "doubt");

  const handIn = (event?: FormEvent) => {
    event?.preventDefault();
    if (ready) return;
    setTries(tries + 1);
    const checked = checkDraft(draft, around);
    setFound(checked.faults);
    setMissing("");
    if (isAreaMissing) return goToPlace("household-area");
    if (checked.faults.some(({ level }) => level === "error")) return;
    const planned = prepare(draft, checked, area ?? "");
    if (typeof planned === "string") setMissing(planned);
    else setReady(planned);
  };
  useSendKey(handIn);
  useEffect(() => {
    // A new file begins with typing; before one is changed, it is read.
    if (isNew) goToPlace("household-area");
  }, [isNew]);
  const sign = async () => {
    await ready?.sign();
    // It stands on the ledger; a draft that could not be deleted now only stays in the list.
    await finish().catch((problem: unknown) => console.info(problem));
    done(draft);
  };
  return (
    <form className="apply-form household-form" noValidate onSubmit={handIn} onKeyDown={goOn}>
      <FaultSummary faults={faults} tries={tries} />
      {conflict && <DraftConflictNote onTake={settle} />}
      {lead?.(draft, change)}
      {!isNew && (
        <ReasonPart
          reason={draft.reason}
          words={draft.words}
          onReason={(reason) => change({ reason })}
          onWords={(words) => change({ words })}
        />
      )}
      <BasisPart basis={basis} onBasis={(next) => change({ basis: next })} />
      <HouseholdFields
        draft={draft}
        typed={{ faults, day, divisions, classes, onText, ...(basis.isSingle && { basis: basis.fields, onBasis }) }}
        areas={areas}
        isNew={isNew}
        isAreaMissing={isAreaMissing && tries > 0}
        onChange={change}
      />
      <div className="apply-foot">
        <DraftLine state={state} />
        <span className="sp" />
        {missing !== "" && (
          <span className="bad sm" role="alert">
            {missing}
          </span>
        )}
        <button type="submit" className="btn p">
          {send} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
      {ready && (
        <Signing
          title={ready.title}
          verb={t("people.sign")}
          sentence={ready.sentence}
          totals={ready.totals}
          sign={sign}
          close={() => setReady(undefined)}
        />
      )}
    </form>
  );
}

function goOn(event: KeyboardEvent<HTMLFormElement>): void {
  goOnWithEnter(event);
  goOnWithPageDown(event);
}
