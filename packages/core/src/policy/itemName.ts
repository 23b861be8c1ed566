/** What names an item of a written policy's list: a position, a venue, an operator, a time of the ladder, or the text itself; null for none of these. */
export function itemName(item: unknown): string | null {
  if (typeof item === "string") return item;
  const { position, venue, operator, within } = item as Readonly<Record<string, string | undefined>>;
  return position ?? venue ?? operator ?? within ?? null;
}
