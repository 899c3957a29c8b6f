import type { Purpose } from "@mingbai/registry/schema";
import { ProblemError } from "@mingbai/sdk/index";
import { useCallback, useEffect, useRef, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useProblemWords } from "../../../session/problem-words.ts";
import { useSession } from "../../../session/use-session.ts";
import { Icon } from "../../../ui/icon.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { remembered } from "../../../ui/remembered.ts";
import { useSettledAct } from "../../matter/use-settled-act.ts";
import { AskAccess } from "./ask-access.tsx";
import { PurposeChoice } from "./purpose-choice.tsx";
import { purposesOf, usualPurpose } from "./purposes-of.ts";

type Standing = { readonly kind: "choosing" | "signing" } | { readonly kind: "refused"; readonly problem: unknown };

/**
 * Says what the reader opens a household's file for, as an act of theirs: at once where they have a usual purpose, with one
 * press where they have not. `why`: they enter, want another purpose, or had it open for longer than one act is good for.
 */
export function OpenFirst({
  household,
  isFor,
  why,
  onOpened,
}: {
  household: string;
  /** What the page that shows the file is for. */
  isFor: Purpose | undefined;
  why: "entering" | "choosing" | "over";
  onOpened(): void;
}) {
  const { t } = useText();
  const roles = useSession()?.roles ?? [];
  const settle = useSettledAct();
  const usual = why !== "entering" ? undefined : usualPurpose(roles, isFor ?? remembered.get("filePurpose"));
  const [standing, setStanding] = useState<Standing>({ kind: usual === undefined ? "choosing" : "signing" });
  const begun = useRef(false);

  const open = useCallback(
    async (purpose: Purpose) => {
      setStanding({ kind: "signing" });
      try {
        await settle("registry.openFiles", { purpose, households: [household] });
        if (isFor === undefined) remembered.set("filePurpose", purpose);
        onOpened();
      } catch (problem) {
        setStanding({ kind: "refused", problem });
      }
    },
    [household, isFor, settle, onOpened],
  );
  useEffect(() => {
    if (usual === undefined || begun.current) return;
    begun.current = true;
    void open(usual);
  }, [usual, open]);

  const purposes = purposesOf(roles);
  if (standing.kind === "signing")
    return (
      <div className="page">
        <h1 className="sr">{t("file.title")}</h1>
        <p className="state i2" role="status" aria-busy="true">
          {t("file.opening")}
        </p>
      </div>
    );
  return (
    <div className="page">
      <PageTitle title={t(why === "over" ? "file.open.again" : "file.open.title")} />
      <div className="state open-first">
        {standing.kind === "refused" && <Refused household={household} problem={standing.problem} />}
        <p className="i2">{t(purposes.length === 0 ? "file.open.notYours" : "file.open.why")}</p>
        <PurposeChoice purposes={purposes} choose={(purpose) => void open(purpose)} />
        {purposes.length > 1 && <p className="sm i3">{t("file.open.kept")}</p>}
      </div>
    </div>
  );
}

/** Why it was not opened; whoever may ask the household for access does so here. */
function Refused({ household, problem }: { household: string; problem: unknown }) {
  const wordsOf = useProblemWords();
  const isClosed = problem instanceof ProblemError && problem.code === "NOT_ENTITLED";
  return (
    <>
      <p className="note bad" role="alert">
        <Icon name="cross" />
        <span>{wordsOf(problem)}</span>
      </p>
      {isClosed && <AskAccess household={household} />}
    </>
  );
}
