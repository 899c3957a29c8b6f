import type { MatterVersion } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";

/** The versions, the newest first; `body` names the panel that the chosen one fills. */
export function VersionTabs({
  versions,
  chosen,
  panelId,
  onChoose,
}: {
  versions: readonly MatterVersion[];
  chosen: number;
  panelId: string;
  onChoose(version: number): void;
}) {
  const { t } = useText();
  const { timeInYear } = useFormat();
  const shown = [...versions].reverse();
  const move = (step: number) => {
    const at = shown.findIndex(({ version }) => version === chosen) + step;
    const next = shown[at];
    if (!next) return;
    onChoose(next.version);
    document.getElementById(`version-${next.version}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={t("matter.versions")} className="tab-links">
      {shown.map(({ version, timeMs }) => (
        <button
          key={version}
          id={`version-${version}`}
          type="button"
          role="tab"
          className="plain"
          aria-selected={version === chosen}
          aria-controls={panelId}
          tabIndex={version === chosen ? 0 : -1}
          onClick={() => onChoose(version)}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight") move(1);
            if (event.key === "ArrowLeft") move(-1);
          }}
        >
          {t("matter.version", { version })} <span className="sm i3">{timeInYear(timeMs)}</span>
        </button>
      ))}
    </div>
  );
}
