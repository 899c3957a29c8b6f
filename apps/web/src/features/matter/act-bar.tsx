import { turns } from "@mingbai/workflow/stages";
import type { MatterDetail } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { type Act, actPlans, verbOf } from "./act-plan.ts";
import type { reviewState } from "./field-marks.ts";

/** The bar at the foot: how far the review has come, then what can be done; what is off says why beside it. */
export function ActBar({
  matter,
  review,
  offReason,
  onAct,
}: {
  matter: MatterDetail;
  /** Absent where the reader does not review. */
  review: ReturnType<typeof reviewState> | undefined;
  /** Why an act that the ledger would allow is not ready, in words. */
  offReason(act: Act): string | undefined;
  onAct(act: Act): void;
}) {
  const { t } = useText();
  const offered = actPlans.filter(({ act }) => matter.may.includes(act));
  const main = offered.find(({ isMain }) => isMain);
  const isReturning = review !== undefined && review.wrong > 0;
  const why = [...new Set(offered.map(({ act }) => offReason(act)).filter((reason) => reason !== undefined))];
  return (
    <section className="act-bar" aria-label={t("matter.acts")}>
      <p className="sm i2 act-words">
        {review && (
          <>
            {t("matter.review.fine", { count: review.fine })}
            {review.wrong > 0 && <b className="bad">{t("matter.review.wrong", { count: review.wrong })}</b>}
            {t("matter.review.end")}
          </>
        )}
        {why.join(" ")}
        {offered.length === 0 && t(turns[matter.stage] ? "matter.notYours" : "matter.ended")}
      </p>
      <span className="sp" />
      {offered.map((plan) => {
        const off = offReason(plan.act);
        const isFirst = isReturning ? plan.act === "workflow.returnMatter" : plan === main;
        const count = plan.act === "workflow.returnMatter" ? (review?.wrong ?? 0) : 0;
        return (
          <button
            key={plan.act}
            type="button"
            className={isFirst && off === undefined ? "btn p" : "btn"}
            aria-disabled={off !== undefined}
            aria-keyshortcuts={plan.key.toUpperCase()}
            onClick={() => off === undefined && onAct(plan.act)}
          >
            <Icon name={plan.icon} size={14} />
            {count > 0 ? t("matter.do.returnFields", { count }) : t(`matter.do.${verbOf(plan.act)}`)}{" "}
            <kbd>{plan.key.toUpperCase()}</kbd>
          </button>
        );
      })}
    </section>
  );
}
