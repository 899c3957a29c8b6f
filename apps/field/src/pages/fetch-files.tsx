import { filesPerReadingMax } from "@mingbai/registry/schema";
import type { HouseholdLine } from "@mingbai/registry/views/households";
import { filesStore, keptDaysMax } from "../files/kept-file.ts";
import { useText } from "../i18n/use-text.ts";
import { useStore } from "../keep/use-store.ts";
import { Icon } from "../ui/icon.tsx";
import { useFetching } from "./use-fetching.ts";

/** Takes the files of the households in the list along that are not in the phone; says first what it means for each. */
export function FetchFiles({ lines }: { lines: readonly HouseholdLine[] }) {
  const { t } = useText();
  const kept = useStore(filesStore);
  const missing = lines.map(({ household }) => household).filter((household) => !kept.has(household));
  const { progress, fault, fetchAll } = useFetching();
  const here = lines.length - missing.length;
  const wanted = missing.slice(0, filesPerReadingMax);
  return (
    <section className="fetch">
      {here > 0 && <p className="ok">{t("list.fetched", { count: here })}</p>}
      {wanted.length > 0 && (
        <>
          <button
            type="button"
            className="btn p wide"
            aria-disabled={progress !== undefined}
            onClick={() => void fetchAll(wanted)}
          >
            <Icon name="down" />
            {progress === undefined ? t("list.fetch", { count: wanted.length }) : t("list.fetching", progress)}
          </button>
          <p className="hint">{t("list.fetch.why", { days: keptDaysMax })}</p>
        </>
      )}
      {fault !== undefined && (
        <p role="alert" className="bad">
          {t("list.failed", { why: fault })}
        </p>
      )}
    </section>
  );
}
