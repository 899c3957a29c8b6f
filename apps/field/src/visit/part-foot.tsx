import { useText } from "../i18n/use-text.ts";

/** The two buttons at the foot of a part: back, and on to the next, which is named. */
export function PartFoot({
  back,
  next,
}: {
  back: (() => void) | undefined;
  next: { readonly label: string; readonly isBusy?: boolean; go(): void };
}) {
  const { t } = useText();
  return (
    <div className={back === undefined ? "steps one" : "steps"}>
      {back && (
        <button type="button" className="btn" onClick={back}>
          {t("visit.back")}
        </button>
      )}
      <button type="button" className="btn p" aria-disabled={next.isBusy ?? false} onClick={next.go}>
        {next.label}
      </button>
    </div>
  );
}
