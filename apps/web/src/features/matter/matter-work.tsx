import type { MatterDetail } from "@mingbai/workflow/views";
import { type ReactNode, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Signing } from "../../ui/signing.tsx";
import { useKeys } from "../../ui/use-keys.ts";
import { ActBar } from "./act-bar.tsx";
import { type Act, actPlans } from "./act-plan.ts";
import { fieldsShown } from "./field-lines.ts";
import { type FieldMarks, restFine, reviewState } from "./field-marks.ts";
import { howId } from "./field-row.tsx";
import { ForwardPanel } from "./forward-panel.tsx";
import { type Given, useMatterAct } from "./use-matter-act.ts";
import { VersionBody } from "./version-body.tsx";
import { WordsPanel } from "./words-panel.tsx";

/** The matter's fields and what the reader does with them: marks, words, then one signature. */
export function MatterWork({ matter, children }: { matter: MatterDetail; children: ReactNode }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const wanted = search.get("do") === "forward" && matter.may.includes("workflow.forwardMatter");
  const [marks, setMarks] = useState<FieldMarks>({});
  const [open, setOpen] = useState<Act | undefined>(wanted ? "workflow.forwardMatter" : undefined);
  const [signing, setSigning] = useState<Given>();
  const isReviewer = matter.may.includes("workflow.passMatter") || matter.may.includes("workflow.returnMatter");
  const review = isReviewer ? reviewState(marks) : undefined;
  const plan = useMatterAct(matter, marks);

  const offReason = (act: Act): string | undefined => {
    if (!review) return undefined;
    if (act === "workflow.passMatter" && review.wrong > 0) return t("matter.off.wrong");
    if (act === "workflow.passMatter" && review.unseen > 0) return t("matter.off.unseen", { count: review.unseen });
    if (act === "workflow.returnMatter" && review.wrong > 0 && review.unsaid > 0) return t("matter.off.unsaid");
    if (act === "workflow.returnMatter" && review.wrong === 0 && review.unseen === 0) return t("matter.off.nothing");
    return undefined;
  };
  const start = (act: Act) => {
    const way = actPlans.find((one) => one.act === act)?.way;
    if (act === "workflow.returnMatter" && review?.wrong === 0) return mark(0);
    if (way === "page")
      navigate(act === "treasury.disburse" ? `/work/pay?matter=${matter.id}` : `/work/new?matter=${matter.id}`);
    else if (way === "direct") setSigning({ act });
    else setOpen(act);
    return undefined;
  };
  const press = (key: string) => {
    const one = actPlans.find((offered) => offered.key === key && matter.may.includes(offered.act));
    if (!one) return false;
    if (one.act === "workflow.passMatter" && review && review.unseen > 0) return setMarks(restFine(marks));
    return offReason(one.act) === undefined ? start(one.act) : undefined;
  };
  const mark = (index: number) => {
    const field = fieldsShown[index];
    if (!isReviewer || !field) return false;
    const before = marks[field];
    if (before?.verdict !== "wrong") setMarks({ ...marks, [field]: { verdict: "wrong", reason: undefined, how: "" } });
    // The words are typed where the field stands; it is drawn by the next frame.
    requestAnimationFrame(() => document.getElementById(howId(field))?.focus());
    return undefined;
  };
  useKeys({
    a: () => press("a"),
    r: () => press("r"),
    f: () => press("f"),
    w: () => press("w"),
    s: () => press("s"),
    ...Object.fromEntries(fieldsShown.map((_, index) => [String(index + 1), () => mark(index)])),
    Escape: () => (open ? setOpen(undefined) : false),
  });
  return (
    <>
      <div className="matter-panes">
        <VersionBody
          matter={matter}
          marks={marks}
          onMarks={isReviewer ? setMarks : undefined}
          onRestFine={() => setMarks(restFine(marks))}
        />
        {children}
      </div>
      <div className="act-foot">
        {open === "workflow.forwardMatter" && (
          <ForwardPanel
            matter={matter}
            onLeave={() => setOpen(undefined)}
            onReady={({ id, name, message }) => setSigning({ act: open, to: { id, name }, message })}
          />
        )}
        {open !== undefined && open !== "workflow.forwardMatter" && (
          <WordsPanel
            act={open}
            onLeave={() => setOpen(undefined)}
            onReady={({ message, opinion }) => setSigning({ act: open, message, opinion })}
          />
        )}
        {open === undefined && <ActBar matter={matter} review={review} offReason={offReason} onAct={start} />}
      </div>
      {signing && (
        <Signing
          {...plan.words(signing)}
          sign={async () => {
            await plan.sign(signing);
            setSigning(undefined);
            setOpen(undefined);
          }}
          close={() => setSigning(undefined)}
        />
      )}
    </>
  );
}
