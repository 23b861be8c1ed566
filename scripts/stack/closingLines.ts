export type Closing = { readonly address: string; readonly ports: readonly number[]; readonly logs: string };

/** The last lines of `npm start`: where to look, how to make something happen, how to stop, how to begin anew. */
export function closingLines({ address, ports, logs }: Closing): string[] {
  const forwards = ports.map((port) => `-L ${port}:127.0.0.1:${port}`).join(" ");
  return [
    "",
    `  Open        ${address}`,
    "  Then        follow the four-step card on the overview, or run: npm run -s ballast -- devnet scenario yield-shift",
    "  Stop        Ctrl-C (everything is kept; `npm start` continues from there)",
    "  Begin anew  npm start -- --fresh",
    `  Elsewhere?  If this runs on another machine, forward the ports: ssh ${forwards} HOST`,
    `  Logs        ${logs}`,
    "",
  ];
}
