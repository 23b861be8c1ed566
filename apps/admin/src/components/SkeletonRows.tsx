/** Bars of the right height while something loads, so that nothing jumps when it comes. */
export function SkeletonRows({ rows }: { readonly rows: number }) {
  const places = Array.from({ length: rows }, (_, at) => at);
  return (
    <div className="panel-body flex flex-col gap-5" aria-busy="true">
      <span className="sr-only">Loading</span>
      {places.map((at) => (
        <span key={at} className="block h-4 rounded-chip bg-unknown-soft" />
      ))}
    </div>
  );
}
