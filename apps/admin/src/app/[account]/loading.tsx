import { SkeletonRows } from "../../components/SkeletonRows.tsx";

/** While a screen is made: bars of the right kind, only once it takes longer than a glance. */
export default function Loading() {
  return (
    <div className="panel appear-late">
      <SkeletonRows rows={6} />
    </div>
  );
}
