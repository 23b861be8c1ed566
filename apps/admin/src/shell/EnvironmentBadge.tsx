type EnvironmentBadgeProps = { readonly badge: string; readonly devnet: boolean };

/** Which chain this is, by word and shape. */
export function EnvironmentBadge({ badge, devnet }: EnvironmentBadgeProps) {
  return (
    <span className="env" data-kind={devnet ? "devnet" : "live"}>
      {badge}
    </span>
  );
}
