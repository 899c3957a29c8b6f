import type { ComparedPolicies } from "@mingbai/registry/views/cases";
import { useState } from "react";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { ActDrawer } from "../cases/acts/act-drawer.tsx";

type Files = NonNullable<ComparedPolicies["office"]>["gained"];

/** A number that opens the files behind it. `of`: what it counts, in words. */
export function FilesCount({ files: { count, files }, of }: { files: Files; of: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return <span className="i3 num">0</span>;
  return (
    <>
      <button
        type="button"
        className="plain opens num"
        aria-label={t("policies.files.open", { of, count })}
        onClick={() => setOpen(true)}
      >
        {countText(count)}
      </button>
      {isOpen && (
        <ActDrawer title={t("policies.files", { of, count })} close={() => setOpen(false)}>
          <ul className="case-lines">
            {files.map(({ household, number, head }) => (
              <li key={household}>
                <Link to={`/registry/${household}`}>{head === "" ? t("registry.noHead") : head}</Link>
                <span className="sm i3 num">{number}</span>
              </li>
            ))}
          </ul>
          {count > files.length && <p className="sm i3">{t("policies.files.first", { count: files.length })}</p>}
        </ActDrawer>
      )}
    </>
  );
}
