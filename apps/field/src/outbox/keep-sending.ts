import { sendWaiting, signalStore } from "./send-waiting.ts";

/** A phone in the valley says that it is online when it is not: it is tried again as long as the page is open. */
const retryMs = 60_000;

/** Sends whenever there may be a signal: it came back, the page is looked at again, time has passed. */
export function keepSending(): void {
  const start = () => void sendWaiting();
  window.addEventListener("online", start);
  window.addEventListener("offline", () => signalStore.set({ ...signalStore.get(), signal: "none" }));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") start();
  });
  setInterval(() => {
    if (navigator.onLine && signalStore.get().signal !== "signIn") start();
  }, retryMs);
  start();
}
