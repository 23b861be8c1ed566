import { Icon, type IconName } from "./Icon.tsx";

export type BadgeLevel = "ok" | "notice" | "warning" | "critical" | "unknown";

const WORDS: Readonly<Record<BadgeLevel, string>> = {
  ok: "OK",
  notice: "Notice",
  warning: "Warning",
  critical: "Critical",
  unknown: "No data",
};

const ICONS: Readonly<Record<BadgeLevel, IconName>> = {
  ok: "ok",
  notice: "notice",
  warning: "warning",
  critical: "critical",
  unknown: "unknown",
};

/** Icon, word, tint, in that order; never colour alone. `word` replaces the level's own. */
export function LevelBadge({ level, word }: { readonly level: BadgeLevel; readonly word?: string }) {
  return (
    <span className="level" data-level={level}>
      <Icon name={ICONS[level]} size={13} />
      {word ?? WORDS[level]}
    </span>
  );
}
