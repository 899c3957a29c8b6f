import "./strict-policy.ts";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/table.css";
import "./ui/filters.css";
import "./ui/list/list.css";
import "./shell/shell.css";
import "./shell/who.css";
import "./shell/print.css";
import "./ui/charts.css";
import "./features/verify/verify.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { setupTexts } from "./i18n/setup.ts";
import { appTexts } from "./i18n/texts.ts";
import { applyLook } from "./ui/use-look.ts";

applyLook();
setupTexts(appTexts);
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
