/** The report's look: the admin's tokens, for light and dark, with nothing from elsewhere. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f3f5f7, #0b1015);
  --surface: light-dark(#fff, #121920);
  --border: light-dark(#dbe0e6, #232e38);
  --strong: light-dark(#c2cad3, #344250);
  --text: light-dark(#111a24, #e6ecf2);
  --text-2: light-dark(#414d5a, #b4c0cb);
  --text-3: light-dark(#596573, #92a0ad);
  --ballast: light-dark(#1f308d, #347bd6);
  --hold: light-dark(#b67510, #cb892d);
  --equal: light-dark(#479995, #80ddd4);
  --warning: light-dark(#7a4d00, #e6b657);
  --warning-soft: light-dark(#faeed3, #2f240e);
  --critical-mark: light-dark(#c42b33, #e0635f);
  --critical-soft: light-dark(#fbe5e4, #381819);
  --hold-mark: light-dark(#c2cad3, #344250);
  --refuse-mark: light-dark(#74808d, #7c8996);
  --focus: light-dark(#2f6fc4, #86b6f2);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--canvas); color: var(--text);
  font: 400 .8125rem/1.25rem "IBM Plex Sans", -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 3.5rem; }
h1 { font-size: 1.375rem; line-height: 1.75rem; font-weight: 600; margin: 0 0 .25rem; }
h2 { font-size: .9375rem; line-height: 1.375rem; font-weight: 600; margin: 0 0 .5rem; }
p { margin: 0 0 .375rem; }
section { background: var(--surface); border: 1px solid var(--border); border-radius: .375rem; padding: 1rem; margin-top: 1rem; }
.quiet { color: var(--text-2); }
.small { font-size: .75rem; line-height: 1.125rem; color: var(--text-3); }
.label { background: var(--warning-soft); color: var(--warning); border-radius: .25rem; padding: .5rem .75rem; margin: .75rem 0; }
.mono { font-family: "IBM Plex Mono", ui-monospace, "SF Mono", "Liberation Mono", Menlo, monospace; font-size: .75rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 500; font-size: .6875rem; line-height: 1rem; color: var(--text-3); border-bottom: 1px solid var(--strong); white-space: nowrap; }
th, td { padding: .375rem .75rem .375rem 0; vertical-align: top; }
td { border-bottom: 1px solid var(--border); }
tr:last-child td { border-bottom: 0; }
.num { text-align: right; white-space: nowrap; }
.nowrap { white-space: nowrap; }
.why { min-width: 18rem; }
svg { display: block; width: 100%; height: auto; }
.axis { fill: var(--text-3); font-size: 11px; }
.grid { stroke: var(--border); }
.line { fill: none; stroke-width: 1.75; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.ballast { stroke: var(--ballast); } .hold { stroke: var(--hold); stroke-dasharray: 5 3; } .equal { stroke: var(--equal); stroke-dasharray: 1.5 3; }
.incident { fill: var(--critical-soft); }
.mark { stroke: var(--critical-mark); stroke-width: 1; }
.run-hold { fill: var(--hold-mark); } .run-refuse { fill: var(--refuse-mark); } .run-propose { fill: var(--critical-mark); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .375rem 0 .75rem; color: var(--text-2); }
.legend svg { display: inline-block; width: 1.75rem; height: .75rem; vertical-align: middle; margin-right: .375rem; }
@media (max-width: 40rem) { main { padding: 1rem .75rem 2rem; } section { padding: .75rem; } .axis { font-size: 26px; } .why { min-width: 14rem; } }
@media print { body { background: none; } section { break-inside: avoid; } }
`;
