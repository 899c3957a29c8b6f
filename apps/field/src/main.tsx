import "@mingbai/app-web/src/strict-policy";
import "./look/look.css";
import { applyLook } from "@mingbai/app-web/src/ui/use-look";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { startLanguage } from "./i18n/use-text.ts";

applyLook();
startLanguage();
// Without it the application opens with a signal only; a browser that refuses loses nothing else.
navigator.serviceWorker
  ?.register("/field/worker.js", { scope: "/field/" })
  .catch((fault: unknown) => console.info(fault));
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
