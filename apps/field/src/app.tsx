import { useEffect, useState } from "react";
import { loadFiles } from "./files/kept-file.ts";
import { loadForm } from "./files/kept-form.ts";
import { loadList } from "./files/kept-list.ts";
import { askToKeep } from "./keep/ask-to-keep.ts";
import { useStore } from "./keep/use-store.ts";
import { keepSending } from "./outbox/keep-sending.ts";
import { loadRecords } from "./outbox/records.ts";
import { HouseholdPage } from "./pages/household-page.tsx";
import { HouseholdsPage } from "./pages/households-page.tsx";
import { MePage } from "./pages/me-page.tsx";
import { PersonPage } from "./pages/person-page.tsx";
import { RecordPage } from "./pages/record-page.tsx";
import { RecordsPage } from "./pages/records-page.tsx";
import { SignInPage } from "./pages/sign-in-page.tsx";
import { VisitPage } from "./pages/visit-page.tsx";
import { loadMe, meStore } from "./person/me.ts";
import { FaultCover } from "./ui/fault-cover.tsx";
import { useRoute } from "./ui/route.ts";

/** What lies in the phone is shown first; whether there is a signal is asked after. */
async function start(): Promise<void> {
  const nowMs = Date.now();
  await Promise.all([loadMe(), loadFiles(nowMs), loadList(), loadForm(), loadRecords(nowMs)]);
  keepSending();
}

export function App() {
  const [isReady, setReady] = useState(false);
  useEffect(
    () =>
      void start().then(() => {
        setReady(true);
        return askToKeep();
      }),
    [],
  );
  const me = useStore(meStore);
  const route = useRoute();
  if (!isReady) return <main aria-busy="true" />;
  const isOut = me === null || me === undefined || route[0] === "sign-in";
  return <FaultCover key={route.join("/")}>{isOut ? <SignInPage /> : <Page route={route} />}</FaultCover>;
}

function Page({ route: [page = "", id = "", third = "", fourth = "", fifth = ""] }: { route: readonly string[] }) {
  switch (page) {
    case "household":
      return <HouseholdPage household={id} />;
    case "visit":
      return third === "person" ? (
        <PersonPage id={id} person={fourth} at={Number(fifth)} />
      ) : (
        <VisitPage id={id} at={Number(third)} />
      );
    case "records":
      return <RecordsPage />;
    case "record":
      return <RecordPage id={id} />;
    case "me":
      return <MePage />;
    default:
      return <HouseholdsPage />;
  }
}
