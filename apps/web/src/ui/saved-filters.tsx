import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";
import { savedNameCharsMax, savedViewsMax } from "./saved-views.ts";
import { useSavedViews } from "./use-saved-views.ts";

/** Filters of a page kept by name, and a way to keep the one in hand. `search`: its address after `?`; empty is no filter. */
export function SavedFilters({ page, search }: { page: string; search: string }) {
  const { t } = useText();
  const { views, fault, save, forget } = useSavedViews(page);
  const [isNaming, setNaming] = useState(false);
  const isKept = views.some((view) => view.search === search);
  if (views.length === 0 && search === "") return null;
  return (
    <nav className="chips saved" aria-label={t("ui.saved")}>
      {views.map((view) => (
        <span key={view.name} className="row">
          <Link className="btn s" to={`?${view.search}`} aria-current={view.search === search ? "page" : undefined}>
            {view.name}
          </Link>
          <button
            type="button"
            className="btn s t"
            aria-label={t("ui.saved.forget", { name: view.name })}
            onClick={() => forget(view.name)}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {search !== "" && !isKept && !isNaming && (
        <button type="button" className="btn s t" onClick={() => setNaming(true)}>
          {t("ui.saved.save")}
        </button>
      )}
      {isNaming && <NameForm onName={(name) => save({ name, search })} onEnd={() => setNaming(false)} />}
      {fault && (
        <span className="bad sm" role="alert">
          {t("ui.saved.failed", { why: fault })}
        </span>
      )}
    </nav>
  );
}

function NameForm({ onName, onEnd }: { onName(name: string): boolean; onEnd(): void }) {
  const { t } = useText();
  const [name, setName] = useState("");
  const [isFull, setFull] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    if (onName(name.trim())) onEnd();
    else setFull(true);
  };
  return (
    <form className="row" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onEnd()}>
      <input
        className="field"
        // The button that was pressed asked for this field.
        ref={(field) => field?.focus()}
        maxLength={savedNameCharsMax}
        aria-label={t("ui.saved.name")}
        placeholder={t("ui.saved.name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="btn s">
        {t("ui.saved.keep")}
      </button>
      <button type="button" className="btn s t" onClick={onEnd}>
        {t("ui.saved.leave")}
      </button>
      {isFull && (
        <span className="bad sm" role="alert">
          {t("ui.saved.full", { count: savedViewsMax })}
        </span>
      )}
    </form>
  );
}
