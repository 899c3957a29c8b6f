import type { Purpose } from "@mingbai/registry/schema";
import { type HouseholdFile, householdView } from "@mingbai/registry/views/household";
import { type ReactNode, useState } from "react";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { PageState } from "../../../ui/page-state.tsx";
import { openFiles } from "./open-files.ts";
import { OpenFirst } from "./open-first.tsx";

const freshEveryMs = 15_000;
const notOpened = "FILE_NOT_OPENED";

/**
 * A household's file, which is shown only after its reader has signed what they open it for: entering signs that, and only
 * then the file is asked for.
 */
export function OpenedFile({
  household,
  isFor,
  children,
}: {
  household: string;
  /** What the page that shows it is for: it is opened for that where the reader may. */
  isFor?: Purpose;
  /** `chooseAgain`: asks what it is opened for, and signs that anew. */
  children(file: HouseholdFile, chooseAgain: () => void): ReactNode;
}) {
  const { t } = useText();
  const account = useSession()?.account ?? "";
  const [isOpened, setOpened] = useState(() => openFiles.has(household, account));
  const [isChoosing, setChoosing] = useState(false);
  const asked = useView(householdView, { household }, { everyMs: freshEveryMs, off: !isOpened });
  const isOver = asked.error?.code === notOpened && !asked.isFetching;
  if (!isOpened || isOver || isChoosing) {
    const onOpened = () => {
      openFiles.add(household, account);
      setOpened(true);
      setChoosing(false);
    };
    const why = isOver ? "over" : isChoosing ? "choosing" : "entering";
    return <OpenFirst key={why} household={household} isFor={isFor} why={why} onOpened={onOpened} />;
  }
  return (
    <>
      {!asked.data && <h1 className="sr">{t("file.title")}</h1>}
      <PageState asked={asked} what={t("file.what")} rows={10}>
        {(file) => children(file, () => setChoosing(true))}
      </PageState>
    </>
  );
}
