/** YAML with line numbers, keys in the accent colour. */
export function YamlView({ text }: { readonly text: string }) {
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line, at) => ({ line, number: at + 1 }));
  return (
    <pre className="yaml py-2 overflow-x-auto">
      {lines.map(({ line, number }) => (
        <div key={number} className="grid grid-cols-[3rem_max-content] pr-4">
          <span className="text-ink-3 text-right pr-2.5 select-none">{number}</span>
          <YamlLine line={line} />
        </div>
      ))}
    </pre>
  );
}

function YamlLine({ line }: { readonly line: string }) {
  const key = /^(\s*(?:- )?)([A-Za-z]+)(:.*)$/.exec(line);
  if (key === null) return <span>{line}</span>;
  return (
    <span>
      {key[1]}
      <span className="text-accent">{key[2]}</span>
      {key[3]}
    </span>
  );
}
