import "./print-code.css";

/** Prints the page's codes alone: what stands in elements of the class `printed-code`. */
export function printCode(): void {
  const { dataset } = document.documentElement;
  dataset.print = "code";
  window.addEventListener("afterprint", () => delete dataset.print, { once: true });
  window.print();
}
