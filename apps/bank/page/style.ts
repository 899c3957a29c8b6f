/** The page's one style sheet: the product's colours, readable on a phone, targets large enough for a thumb. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --line: #d5dbe3; --paper: #f7f8fa; --card: #fff; --act: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a5afbd; --line: #343d4a; --paper: #12161c; --card: #1b212a; --act: #7db7f2; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 Inter, "Noto Sans SC", system-ui, sans-serif; }
header, main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.125rem; margin: 0 0 .5rem; }
p, small { color: var(--soft); } a { color: var(--act); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; margin: 0 0 1.5rem; }
dt { color: var(--soft); font-size: .875rem; } dd { margin: 0; overflow-wrap: anywhere; }
.figure { font-size: 1.5rem; } .figure, .number { font-variant-numeric: tabular-nums; }
section, .forms > form { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 0 0 1rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .5rem; border-bottom: 1px solid var(--line); vertical-align: top; } .number { text-align: right; } .number, .id, th { white-space: nowrap; }
.forms { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; }
label { display: block; margin: 0 0 .75rem; } input, select { display: block; width: 100%; }
input, select, button { font: inherit; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: .375rem; background: var(--card); color: inherit; }
button { border-color: var(--act); color: var(--act); cursor: pointer; } :focus-visible { outline: 3px solid var(--act); outline-offset: 1px; }
`;
