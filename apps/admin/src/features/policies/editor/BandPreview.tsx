"use client";
import { parsePercent, UnitError } from "@ballast/core";
import { BandBar } from "../../../components/BandBar.tsx";
import { readText } from "./documentPath.ts";

const FULL = 10_000;

type BandPreviewProps = {
  readonly item: unknown;
  /** Basis points now; null when nothing is held or known. */
  readonly share: number | null;
};

/** The band as typed, against what is held now. Drawn only while it can be read. */
export function BandPreview({ item, share }: BandPreviewProps) {
  const [min, target, max] = ["min", "target", "max"].map((name) => basisPoints(readText(item, name)));
  if (min == null || target == null || max == null || min > target || target > max) {
    return <span className="band-cell text-2xs text-ink-3">Drawn once the three shares fit together</span>;
  }
  return (
    <span className="band-cell">
      <BandBar figures={{ now: share ?? 0, min, target, max }} scale={FULL} />
    </span>
  );
}

function basisPoints(text: string): number | null {
  try {
    return Number(parsePercent(text));
  } catch (error) {
    if (error instanceof UnitError) return null;
    throw error;
  }
}
