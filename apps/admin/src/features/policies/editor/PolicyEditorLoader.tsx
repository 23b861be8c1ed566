"use client";
import dynamic from "next/dynamic";
import { SkeletonRows } from "../../../components/SkeletonRows.tsx";
import type { PolicyEditorProps } from "./PolicyEditor.tsx";

const PolicyEditor = dynamic(() => import("./PolicyEditor.tsx").then(({ PolicyEditor }) => PolicyEditor), {
  ssr: false,
  loading: () => <SkeletonRows rows={8} />,
});

/** Loads the editor and the schema behind it once the page is there. */
export function PolicyEditorLoader(props: PolicyEditorProps) {
  return <PolicyEditor {...props} />;
}
