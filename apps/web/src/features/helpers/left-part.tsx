import { type Helper, helpersView } from "@mingbai/posts/views";
import { useState } from "react";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { SignAct } from "../people/sign-act.tsx";
import { holdsOne } from "../registry/who-may.ts";
import { ForgottenList, isNotForgotten } from "./forgotten-list.tsx";
import { LeftRows } from "./left-rows.tsx";
import { useHelperWords } from "./use-helper-words.ts";
import { appointerRoles } from "./who-may.ts";

/**
 * Whose posts are over and of whom something is still kept: they themselves, or a leader, have it erased. Others see nothing of
 * this part, and nobody is asked where nobody is signed in.
 */
export function LeftPart() {
  const { t } = useText();
  const session = useSession();
  const { nameText, saidText } = useHelperWords();
  const isLeader = holdsOne(session?.roles, appointerRoles);
  const whose = isLeader ? {} : { account: session?.account };
  const asked = useView(helpersView, { past: "true", ...whose }, { off: session === undefined });
  const [chosen, setChosen] = useState<Helper>();
  const [erased, setErased] = useState("");
  const hasNone =
    asked.data === undefined || (leftOf(asked.data).length === 0 && asked.data.rows.every(isNotForgotten));
  if (!isLeader && erased === "" && hasNone) return null;
  return (
    <section aria-labelledby="left">
      <h2 id="left">{t("helpers.left")}</h2>
      <p className="i2">{t("helpers.left.how")}</p>
      <p className={erased === "" ? "sr" : "note good"} role="status">
        {erased !== "" && t("helpers.forgotten", { name: erased })}
      </p>
      <PageState
        asked={asked}
        what={t("helpers.left.what")}
        rows={2}
        isEmpty={(data) => leftOf(data).length === 0}
        empty={<EmptyState title={t("helpers.left.none")}>{t("helpers.left.none.how")}</EmptyState>}
      >
        {(data) => <LeftRows rows={leftOf(data)} nowMs={data.readAt.timeMs} onForget={setChosen} />}
      </PageState>
      <ForgottenList rows={asked.data?.rows ?? []} />
      {chosen && (
        <SignAct
          act={{
            command: "posts.forgetHelper",
            title: t("helpers.forget.title", { name: nameText(chosen) }),
            sentence: (
              <>
                <span className="line">
                  {t("helpers.forget.goes", { said: saidText(chosen) ?? t("helpers.left.sealed") })}
                </span>
                <span className="line">{t("helpers.forget.stays", { name: nameText(chosen) })}</span>
              </>
            ),
            input: () => ({ account: chosen.account }),
          }}
          close={() => setChosen(undefined)}
          done={() => {
            setErased(nameText(chosen));
            setChosen(undefined);
          }}
        />
      )}
    </section>
  );
}

/** People without a post that runs or is to come, of whom something is still kept. */
function leftOf({ rows, readAt }: ResultOf<typeof helpersView>): Helper[] {
  return rows.filter(
    ({ posts, subject }) => subject !== null && posts.every(({ untilMs }) => untilMs <= readAt.timeMs),
  );
}
