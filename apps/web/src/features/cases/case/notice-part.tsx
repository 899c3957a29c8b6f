import type { CaseFile } from "@mingbai/registry/views/cases";
import { useText } from "../../../i18n/use-text.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { NoticePreview } from "./notice-preview.tsx";

/** What the public reads, or has read; before the notice what it will be needed for. */
export function NoticePart({ found }: { found: CaseFile }) {
  const { t, language } = useText();
  const { time } = useFormat();
  if (found.notice === null) return null;
  const { fromMs, ...notice } = found.notice;
  const isRunning = found.stage === "noticed";
  return (
    <section aria-labelledby="notice">
      <h2 id="notice">
        {t(isRunning ? "cases.notice.running" : "cases.notice.was")}{" "}
        <small className="i3 num">{t("cases.notice.from", { time: time(fromMs) })}</small>
      </h2>
      <NoticePreview notice={notice} kind={found.kind} />
      {isRunning && (
        <p className="sm">
          <a href={language === "zh" ? "/public/notices" : "/public/en/notices"}>{t("cases.notice.open")}</a>
        </p>
      )}
    </section>
  );
}
