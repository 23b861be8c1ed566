/** What names an item of a written policy's list: a position, a venue, an operator, an asset, a kind of cause, a time of the ladder, or the text itself; null for none of these. */
export function itemName(item: unknown): string | null {
  if (typeof item === "string") return item;
  const { position, venue, operator, asset, kind, within } = item as Readonly<
    Record<string, string | undefined>
  >;
  return position ?? venue ?? operator ?? asset ?? kind ?? within ?? null;
}
